import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { bomBytes } from '../bom.mjs';
import { apply, changes, inParts, snapshot } from '../lib/changedRows.mjs';
import { median, timed } from '../lib/measure.mjs';
import { openPortal } from '../lib/portal.mjs';
import { releases, world } from '../lib/world.mjs';

// Schemas load, an empty database fills, and code is compiled, in so many documents
const WARM = 60;
// A row of documents is timed as one, so that neither side pays for the other's garbage
const BLOCK = 15;

/**
 * Design section 11: CPU of taking in later releases of 1,500 components, of what
 * any program must do: hash, JSON.parse, and write the rows that changed.
 */
export const ingest = {
  name: 'ingest',
  title: 'taking in later releases of 1,500 components, without judging them',
  async run({ rounds }) {
    const portal = await openPortal();
    const send = async documents => {
      for (const { bytes, version } of documents) {
        await portal.submit(bytes, { name: 'svc', version, judge: false });
      }
    };
    try {
      const documents = releases(1500, WARM + rounds * BLOCK).map((ids, at) => {
        const version = `1.${at}.0`;
        return {
          version,
          bytes: bomBytes(world(), ids, { name: 'svc', version }),
        };
      });
      await send(documents.splice(0, WARM));
      const measured = [];
      while (documents.length > 0) {
        const block = documents.splice(0, BLOCK);
        const copy = join(portal.folder, 'floor.sqlite');
        let before = snapshotOf(portal, db => {
          db.pragma('wal_checkpoint(TRUNCATE)');
          return snapshot(db);
        });
        copyFileSync(join(portal.folder, 'bench.sqlite'), copy);
        const mine = await timed(() => send(block));
        const parts = inParts(
          changes(
            before,
            snapshotOf(portal, db => snapshot(db)),
          ),
          BLOCK,
        );
        before = undefined;
        const floor = await timedFloor(portal, copy, block, parts);
        measured.push({ mine: mine.cpu / BLOCK, floor: floor.cpu / BLOCK });
      }
      return [
        {
          label: 'of hash + JSON.parse + bare inserts',
          value: median(measured.map(({ mine, floor }) => mine / floor)),
          unit: '×',
          first: 5,
          goal: 4,
          note: `${median(measured.map(({ mine }) => mine)).toFixed(
            0,
          )} ms of ${median(measured.map(({ floor }) => floor)).toFixed(
            0,
          )} ms a document`,
        },
      ];
    } finally {
      await portal.close();
    }
  },
};

function snapshotOf(portal, read) {
  const db = portal.bare();
  try {
    return read(db);
  } finally {
    db.close();
  }
}

async function timedFloor(portal, copy, block, parts) {
  const db = portal.bare(copy);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = OFF');
    return await timed(() => {
      for (const [at, { bytes }] of block.entries()) {
        createHash('sha256').update(bytes).digest();
        JSON.parse(bytes.toString());
        apply(db, parts[at]);
      }
    });
  } finally {
    db.close();
  }
}
