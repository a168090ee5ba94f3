import { MatchedSubject, matchesClass } from '../classes/matchesClass';
import { DEFAULT_CLASS, NamedClass } from '../classes/types';

/** The classes that apply to a piece of evidence; all of them hold, so the longest wins. */
export function obligationsOf(
  classes: readonly NamedClass[],
  what: {
    subject: MatchedSubject;
    channel: string;
    line: string;
    kind: string;
  },
): NamedClass[] {
  const own = classes.filter(
    ({ name, definition }) =>
      name !== DEFAULT_CLASS && matchesClass(definition.match, what),
  );
  return own.some(({ definition }) => definition.insteadOfDefault)
    ? own
    : [...classes.filter(({ name }) => name === DEFAULT_CLASS), ...own];
}
