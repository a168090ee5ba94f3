import { Volume } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { findDue, DueWhen } from '../run/markDue';

/** What a proposal would release, by entity; who may see which is decided when it is read. */
export interface StoredPreview {
  /** When it was made. */
  at: number;
  affected: Volume;
  released: Volume;
  entities: { entityRef: string; affected: number; released: number }[];
}

interface Piece {
  entityRef: string;
  size: number;
  /** Infinity while the end is not known. */
  until: number;
}

const MOST = 200;

/** How long everything is kept at this moment, to be compared after the change. */
export async function readPieces(tx: Knex): Promise<Map<number, Piece>> {
  const rows = await tx('evidence as e')
    .join('release as r', 'r.id', 'e.release_id')
    .join('subject as s', 's.id', 'r.subject_id')
    .join('artifact as a', 'a.sha256', 'e.sha256')
    .select({
      id: 'e.id',
      entity_ref: 's.entity_ref',
      size: 'a.size',
      until: 'e.expires_at',
      open: 'e.kept_open',
    });
  return new Map(
    rows.map((row: Record<string, any>) => [
      row.id,
      {
        entityRef: row.entity_ref,
        size: Number(row.size),
        until: row.open ? Infinity : Number(row.until),
      },
    ]),
  );
}

/** Compares what was with what is in this transaction. */
export async function previewOf(options: {
  tx: Knex;
  before: ReadonlyMap<number, Piece>;
  dueBefore: ReadonlySet<number>;
  when: DueWhen;
}): Promise<StoredPreview> {
  const { tx, before, dueBefore, when } = options;
  const after = await readPieces(tx);
  const due = await findDue({ tx, when, narrow: () => {} });
  const released = new Set(
    due.map(({ id }) => id).filter(id => !dueBefore.has(id)),
  );
  const preview: StoredPreview = {
    at: when.now,
    affected: { evidence: 0, bytes: 0 },
    released: { evidence: 0, bytes: 0 },
    entities: [],
  };
  const entities = new Map<string, StoredPreview['entities'][number]>();
  for (const [id, piece] of after) {
    const { entityRef, size, until } = piece;
    if (until >= (before.get(id)?.until ?? -Infinity)) continue;
    const entity = entities.get(entityRef) ?? {
      entityRef,
      affected: 0,
      released: 0,
    };
    entities.set(entityRef, entity);
    entity.affected += 1;
    add(preview.affected, size);
    if (!released.has(id)) continue;
    entity.released += 1;
    add(preview.released, size);
  }
  preview.entities = [...entities.values()]
    .sort(
      (one, other) =>
        other.released - one.released || other.affected - one.affected,
    )
    .slice(0, MOST);
  return preview;
}

function add(volume: Volume, bytes: number): void {
  volume.evidence += 1;
  volume.bytes += bytes;
}
