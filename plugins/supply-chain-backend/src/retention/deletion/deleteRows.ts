import { Knex } from 'knex';
import { refreshInventory } from '../../database/operations/record/refreshInventory';
import { idList, rawRows, textList } from '../../database/raw';
import { DoomedEvidence } from './types';

/**
 * Removes everything that hangs on the evidence, and what only it needed: readings of
 * bytes that no evidence has any more, and the decisions of a release that has none.
 */
export async function deleteRows(options: {
  tx: Knex.Transaction;
  doomed: readonly DoomedEvidence[];
  now: number;
}): Promise<void> {
  const { tx, doomed, now } = options;
  const distinct = <T>(values: T[]) => JSON.stringify([...new Set(values)]);
  const ids = distinct(doomed.map(({ id }) => id));
  const releases = distinct(doomed.map(({ release }) => release.id));
  const readings = distinct(doomed.map(({ readingId }) => readingId));
  const digests = distinct(doomed.map(({ sha256 }) => sha256));
  const ints = idList(tx);
  const run = (sql: string, ...bindings: Knex.RawBinding[]) =>
    rawRows(tx, sql, bindings);
  for (const table of [
    'finding_source',
    'withdrawal',
    'receipt',
    'retention_promise',
  ]) {
    await run(`delete from ${table} where evidence_id in (${ints})`, ids);
  }
  await run(
    `delete from finding where release_id in (${ints}) and not exists (
       select 1 from finding_source f where f.finding_id = finding.id)`,
    releases,
  );
  await run(
    `update evidence set superseded_by = null where superseded_by in (${ints})`,
    ids,
  );
  await run(`delete from evidence where id in (${ints})`, ids);
  await refreshStreams(tx, doomed);
  await deleteReadings(run, ints, readings);
  await deleteEmptyReleases(run, ints, releases);
  await run(
    `update artifact set unlink_at = ? where unlink_at is null
       and sha256 in (${textList(tx)})
       and not exists (select 1 from evidence e where e.sha256 = artifact.sha256)`,
    now,
    digests,
  );
}

type Run = (sql: string, ...bindings: Knex.RawBinding[]) => Promise<unknown>;

/** Where-used rows come from the sets, so before these go. */
async function refreshStreams(
  tx: Knex.Transaction,
  doomed: readonly DoomedEvidence[],
): Promise<void> {
  const lines = new Map(
    doomed
      .filter(
        ({ kind, isCurrent, release }) =>
          kind === 'sbom' && isCurrent && release.channel === 'release',
      )
      .map(({ subject, release }) => [
        `${subject.id} ${release.line}`,
        { subjectId: subject.id, line: release.line },
      ]),
  );
  for (const line of lines.values()) await refreshInventory({ tx, ...line });
}

async function deleteReadings(
  run: Run,
  ints: string,
  readings: string,
): Promise<void> {
  const unused = `(select g.id from reading g where g.id in (${ints})
    and not exists (select 1 from evidence e where e.reading_id = g.id))`;
  for (const table of ['advisory', 'component_set']) {
    await run(`delete from ${table} where reading_id in ${unused}`, readings);
  }
  await run(`delete from reading where id in ${unused}`, readings);
}

/** Decisions are kept as long as any evidence of what they judged. */
async function deleteEmptyReleases(
  run: Run,
  ints: string,
  releases: string,
): Promise<void> {
  const empty = `(select r.id from "release" r where r.id in (${ints})
    and not exists (select 1 from evidence e where e.release_id = r.id))`;
  await run(
    `update "release" set decision_id = null where id in ${empty}`,
    releases,
  );
  for (const table of ['decision', 'output']) {
    await run(`delete from ${table} where release_id in ${empty}`, releases);
  }
}
