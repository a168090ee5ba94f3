import { Knex } from 'knex';
import { WhereUsedPage } from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedList } from '../authorization';
import { decodeCursor } from '../service/cursor';
import { evenly } from './evenly';
import { findPlaces } from './operations/findPlaces';
import { listUses } from './operations/listUses';
import { pageOfUses } from './pageOfUses';
import { parsePackage } from './parsePackage';
import { smallest } from './smallest';
import { StreamDirectory } from './StreamDirectory';
import { PageRequest } from './types';

/**
 * Who has a package in its newest SBOM, by entity. Ids alone are read of all uses,
 * which is what the total over readable entities needs; names only of the page.
 */
export class WhereUsed {
  readonly #database: Knex;
  readonly #streams: StreamDirectory;

  constructor(options: { database: Knex }) {
    this.#database = options.database;
    this.#streams = new StreamDirectory(options);
  }

  async list(
    list: GrantedList,
    query: PageRequest & { purl: string },
  ): Promise<WhereUsedPage> {
    const tx = this.#database;
    const { limit } = query;
    const { packageKey, version } = parsePackage(query.purl);
    const order = JSON.stringify(['where-used', packageKey, version]);
    const after = decodeCursor(query.cursor, order, [
      'string',
      'string',
      'string',
      'string',
    ]);

    const components = await listUses({ tx, packageKey, version });
    const uses = await this.#streams.ownersOf(components);
    const refs = new Set<string>();
    for (const use of uses) refs.add(use.owner);
    const visible = await list.visible(evenly(refs, this.#streams.owners()));

    const rest: string[] = [];
    for (const ref of refs) {
      if (visible.has(ref) && (!after || ref >= after[0])) rest.push(ref);
    }
    // each has a use at least, and those of the cursor's own may all lie before it
    const next = new Set(smallest(rest, limit + 2));
    const pairs: [number, number][] = [];
    let totalItems = 0;
    for (const { owner, componentId, streamId } of uses) {
      if (!visible.has(owner)) continue;
      totalItems++;
      if (next.has(owner)) pairs.push([componentId, streamId]);
    }
    const places = await findPlaces({ tx, pairs });
    return pageOfUses({
      components: new Map(
        components.map(({ component }) => [component.id, component]),
      ),
      // as the row has it now, whatever the directory knew
      places: places.filter(({ entityRef }) => visible.has(entityRef)),
      order,
      after,
      limit,
      totalItems,
      others: rest.length > next.size,
    });
  }
}
