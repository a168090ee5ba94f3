import { parseEntityRef } from '@backstage/catalog-model';
import { EVIDENCE_COMPANION_TYPE } from '@hotpass/backstage-plugin-supply-chain-common';
import { CliError } from '../CliError';
import { askOrExplain } from '../portal/ask';
import { Portal } from '../portal/connect';
import { CatalogEntity, queryCatalog } from '../portal/queryCatalog';
import type { Surroundings } from '../Surroundings';

const DOCS = 'metadata.annotations.backstage.io/techdocs-ref';
const FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.annotations',
  'spec.type',
];

/**
 * Entities with docs of their own that the catalog shows to this token: all of them, or
 * those that are named. Pages of evidence itself are no docs that anybody writes.
 */
export async function listDocumented(
  portal: Portal,
  surroundings: Pick<Surroundings, 'sleep'>,
  entityRefs: readonly string[],
): Promise<CatalogEntity[]> {
  if (entityRefs.length === 0) return query(portal, surroundings, [DOCS]);
  const entities: CatalogEntity[] = [];
  for (const entityRef of entityRefs) {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const filter = `kind=${kind},metadata.namespace=${namespace},metadata.name=${name}`;
    const [entity] = await query(portal, surroundings, [filter]);
    if (!entity) {
      throw new CliError(
        `The catalog has no ${entityRef}, or does not show it to this token`,
      );
    }
    const elsewhere =
      entity.metadata.annotations?.['backstage.io/techdocs-entity'];
    if (!entity.metadata.annotations?.['backstage.io/techdocs-ref']) {
      throw new CliError(
        elsewhere
          ? `The docs of ${entityRef} are those of ${elsewhere}: check these`
          : `${entityRef} has no docs: its annotation backstage.io/techdocs-ref is missing`,
      );
    }
    entities.push(entity);
  }
  return entities;
}

async function query(
  portal: Portal,
  { sleep }: Pick<Surroundings, 'sleep'>,
  filter: string[],
): Promise<CatalogEntity[]> {
  const entities: CatalogEntity[] = [];
  let cursor: string | undefined;
  do {
    const after = cursor;
    const page = await askOrExplain(portal, { sleep }, call =>
      queryCatalog(portal, { filter, fields: FIELDS, cursor: after }, call),
    );
    entities.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return entities.filter(({ spec }) => spec?.type !== EVIDENCE_COMPANION_TYPE);
}
