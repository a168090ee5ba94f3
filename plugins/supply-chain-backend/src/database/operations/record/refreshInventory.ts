import { Knex } from 'knex';
import { decodeIds, diffSets } from '../../componentSet';
import { idList, rawRows, tupleList } from '../../raw';
import { findNewest } from './refreshNewest';

interface StreamRow {
  id: number;
  name: string;
  current_set_id: number | null;
}

/**
 * Makes the where-used rows of a line equal to the current SBOMs of its newest
 * release. It looks only at what is there, never at what just happened, so every
 * order of arrival ends in the same rows; it writes only what differs.
 */
export async function refreshInventory(options: {
  tx: Knex.Transaction;
  subjectId: number;
  line: string;
  /** Of the line, where it was just looked up. */
  newest?: number;
}): Promise<void> {
  const { tx, subjectId, line } = options;
  const newest = options.newest ?? (await findNewest({ tx, subjectId, line }));
  const wanted = new Map<string, number>();
  if (newest !== undefined) {
    const sets: { stream: string; id: number }[] = await tx('evidence as e')
      .join('component_set as c', 'c.reading_id', 'e.reading_id')
      .where({ 'e.release_id': newest, 'e.kind': 'sbom', 'e.current': true })
      .whereNull('e.withdrawn_at')
      .select('e.stream', 'c.id');
    for (const set of sets) wanted.set(set.stream, set.id);
  }
  const known: StreamRow[] = await tx('stream')
    .where({ subject_id: subjectId, line })
    .select('id', 'name', 'current_set_id');
  const missing = [...wanted.keys()].filter(
    name => !known.some(stream => stream.name === name),
  );
  for (const name of missing) {
    await tx('stream').insert({ subject_id: subjectId, line, name });
    const { id } = await tx('stream')
      .where({ subject_id: subjectId, line, name })
      .first('id');
    known.push({ id, name, current_set_id: null });
  }
  for (const stream of known) {
    const setId = wanted.get(stream.name);
    if (setId !== (stream.current_set_id ?? undefined)) {
      await replaceSet(tx, stream, setId);
    }
    await tx('stream')
      .where({ id: stream.id })
      .update({
        current_set_id: setId ?? null,
        current_release_id: setId === undefined ? null : newest,
      });
  }
}

async function replaceSet(
  tx: Knex.Transaction,
  stream: StreamRow,
  setId: number | undefined,
): Promise<void> {
  const { gone, added } = diffSets(
    await readSet(tx, stream.current_set_id ?? undefined),
    await readSet(tx, setId),
  );
  if (gone.length > 0) {
    await rawRows(
      tx,
      `delete from current_component where stream_id = ? and component_id in (${idList(
        tx,
      )})`,
      [stream.id, JSON.stringify(gone)],
    );
  }
  if (added.length > 0) {
    await rawRows(
      tx,
      `insert into current_component (component_id, stream_id, flags) ${tupleList(
        tx,
        ['int', 'int', 'int'],
      )} where true on conflict do nothing`,
      [JSON.stringify(added.map(({ id, flags }) => [id, stream.id, flags]))],
    );
  }
}

async function readSet(
  tx: Knex.Transaction,
  id: number | undefined,
): Promise<{ ids: number[]; flags: Uint8Array }> {
  const row =
    id === undefined
      ? undefined
      : await tx('component_set').where({ id }).first('ids', 'flags');
  return row
    ? { ids: decodeIds(row.ids), flags: row.flags }
    : { ids: [], flags: new Uint8Array() };
}
