import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { bomBytes } from '../bom.mjs';
import { apply, changes, snapshot } from '../lib/changedRows.mjs';
import { median, timed } from '../lib/measure.mjs';
import { openPortal } from '../lib/portal.mjs';
import { releases, world } from '../lib/world.mjs';

const WARM = 6;

/**
 * Design section 11: CPU of taking in later releases of 1,500 components, of what
 * any program must do: hash, JSON.parse, and write the rows that changed.
 */
export const ingest = {
  name: 'ingest',
  title: 'taking in a later release of 1,500 components, without judging it',
  async run({ rounds }) {
    const portal = await openPortal();
    try {
      const sets = releases(1500, rounds + WARM);
      const ratios = [];
      const costs = [];
      const floors = [];
      for (const [round, ids] of sets.entries()) {
        const version = `1.${round}.0`;
        const bytes = bomBytes(world(), ids, { name: 'svc', version });
        const copy = join(portal.folder, 'floor.sqlite');
        let db = portal.bare();
        db.pragma('wal_checkpoint(TRUNCATE)');
        const before = snapshot(db);
        db.close();
        copyFileSync(join(portal.folder, 'bench.sqlite'), copy);
        const mine = await timed(() =>
          portal.submit(bytes, { name: 'svc', version, judge: false }),
        );
        db = portal.bare();
        const list = changes(before, snapshot(db));
        db.close();
        const floorDb = portal.bare(copy);
        floorDb.pragma('journal_mode = WAL');
        floorDb.pragma('synchronous = FULL');
        floorDb.pragma('foreign_keys = OFF');
        const floor = await timed(() => {
          createHash('sha256').update(bytes).digest();
          JSON.parse(bytes.toString());
          apply(floorDb, list);
        });
        floorDb.close();
        // schemas load, an empty database fills, code is compiled
        if (round < WARM) continue;
        ratios.push(mine.cpu / floor.cpu);
        costs.push(mine.cpu);
        floors.push(floor.cpu);
      }
      return [
        {
          label: 'of hash + JSON.parse + bare inserts',
          value: median(ratios),
          unit: '×',
          first: 5,
          goal: 4,
          note: `${median(costs).toFixed(0)} ms of ${median(floors).toFixed(
            0,
          )} ms`,
        },
      ];
    } finally {
      await portal.close();
    }
  },
};
