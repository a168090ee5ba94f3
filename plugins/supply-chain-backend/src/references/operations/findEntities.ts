import { parseEntityRef } from '@backstage/catalog-model';
import { EvidenceReference } from '@hotpass/backstage-plugin-supply-chain-common';
import { companionRefOf } from '@hotpass/backstage-plugin-supply-chain-node';
import { Knex } from 'knex';
import { knownSpelling } from '../../authorization/normaliseRef';
import { whereTextIn } from '../../database/operations/releases/idList';

/** Catalogs take no longer names, so a companion's name of this length was cut. */
const CUT = 63;

type Companion = Pick<EvidenceReference, 'namespace' | 'name'>;

export const keyOf = ({ namespace, name }: Companion) => `${namespace}/${name}`;

/**
 * The entity that each companion is of, by `keyOf`; absent where the name tells none. It need
 * not exist: a name is enough, unless it was cut, when only what has evidence is known.
 */
export async function findEntities(options: {
  tx: Knex;
  companions: readonly Companion[];
}): Promise<Map<string, string>> {
  const { tx, companions } = options;
  const found = new Map<string, string>();
  const cut: Companion[] = [];
  for (const companion of companions) {
    if (companion.name.length >= CUT) {
      cut.push(companion);
      continue;
    }
    const match = /^evidence-([a-z0-9]+)-(.+)$/.exec(companion.name);
    const ref =
      match && knownSpelling(`${match[1]}:${companion.namespace}/${match[2]}`);
    if (ref) found.set(keyOf(companion), ref);
  }
  if (cut.length === 0) return found;
  const namespaces = [...new Set(cut.map(({ namespace }) => namespace))];
  const rows: { entity_ref: string }[] = await whereTextIn(
    tx('subject').select('entity_ref'),
    'namespace',
    namespaces,
  );
  const wanted = new Set(cut.map(keyOf));
  for (const { entity_ref: ref } of rows) {
    const key = keyOf(parseEntityRef(companionRefOf(ref)));
    if (wanted.has(key)) found.set(key, ref);
  }
  return found;
}
