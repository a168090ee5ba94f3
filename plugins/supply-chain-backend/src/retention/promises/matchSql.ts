import { Knex } from 'knex';
import { idList, textList } from '../../database/raw';
import {
  MatchedSubject,
  matchesEntity,
  matchesLine,
} from '../classes/matchesClass';
import { ClassMatch } from '../classes/types';

/** What globs are matched against, which no engine does alike. */
export interface MatchWorld {
  subjects: (MatchedSubject & { id: number })[];
  lines: string[];
}

export async function readMatchWorld(tx: Knex): Promise<MatchWorld> {
  const subjects = await tx('subject').select(
    'id',
    'kind',
    'namespace',
    'name',
    'type',
    'lifecycle',
  );
  const lines: { line: string }[] = await tx('release').distinct('line');
  return { subjects, lines: lines.map(({ line }) => line) };
}

/** Whether a class applies to evidence `e` of release `r`, as SQL. */
export function matchSql(
  tx: Knex,
  match: ClassMatch,
  world: MatchWorld,
): { sql: string; bindings: Knex.RawBinding[] } {
  const parts: string[] = ['1 = 1'];
  const bindings: Knex.RawBinding[] = [];
  const among = (column: string, list: string, values: unknown[]) => {
    parts.push(`${column} in (${list})`);
    bindings.push(JSON.stringify(values));
  };
  if (match.kinds) among('e.kind', textList(tx), match.kinds);
  if (match.channels) among('r.channel', textList(tx), match.channels);
  if (match.lines) {
    const lines = world.lines.filter(line => matchesLine(match, line));
    among('r.line', textList(tx), lines);
  }
  if (match.entities) {
    const own = world.subjects.filter(subject => matchesEntity(match, subject));
    among(
      'r.subject_id',
      idList(tx),
      own.map(({ id }) => id),
    );
  }
  return { sql: `(${parts.join(' and ')})`, bindings };
}
