import { matchesGlob } from '../../config/glob';
import { SubjectRow } from '../../database/rows';
import { ClassMatch } from './types';

/** What of a subject classes look at. */
export type MatchedSubject = Pick<
  SubjectRow,
  'kind' | 'namespace' | 'name' | 'type' | 'lifecycle'
>;

/** Whether a class may apply to evidence of an entity, as it is in the catalog. */
export function matchesEntity(
  { entities = {} }: ClassMatch,
  subject: MatchedSubject,
): boolean {
  return (['kind', 'namespace', 'name', 'type', 'lifecycle'] as const).every(
    key => matchesGlob(entities[key] ?? '*', subject[key] ?? ''),
  );
}

/** Whether a class applies to a piece of evidence. */
export function matchesClass(
  match: ClassMatch,
  what: {
    subject: MatchedSubject;
    channel: string;
    line: string;
    kind: string;
  },
): boolean {
  const isIn = (list: readonly string[] | undefined, value: string) =>
    list === undefined || list.includes(value);
  return (
    isIn(match.kinds, what.kind) &&
    isIn(match.channels, what.channel) &&
    matchesLine(match, what.line) &&
    matchesEntity(match, what.subject)
  );
}

export function matchesLine({ lines }: ClassMatch, line: string): boolean {
  return lines === undefined || lines.some(glob => matchesGlob(glob, line));
}
