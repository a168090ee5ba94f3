import express from 'express';
import request from 'supertest';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { readableEntities } from './readableEntities';

const credentials = mockCredentials.user();
// refs as long as the catalog allows
const entityRefs = Array.from(
  { length: 900 },
  (_, at) => `component:${'n'.repeat(63)}/${String(at).padStart(63, 'x')}`,
);
const conditional = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: {
      claims: Array.from({ length: 30 }, (_, at) => `group:default/team-${at}`),
    },
  },
};

/** A router as the catalog's and the permission backend's, with their body limit. */
const router = express();
router.use(express.json());
router.post('/', (req, res) => res.json({ items: req.body.items.length }));

async function send(items: unknown[]) {
  const { status } = await request(router).post('/').send({ items });
  if (status !== 200) throw new Error(`refused with ${status}`);
}

const catalog = {
  async getEntitiesByRefs({ entityRefs: refs }: { entityRefs: string[] }) {
    await send(refs);
    return {
      items: refs.map(ref => (ref.endsWith('0') ? undefined : { kind: 'a' })),
    };
  },
} as unknown as CatalogService;

function permissionsWith(result: unknown) {
  return mockServices.permissions.mock({
    authorizeConditional: (async () => [result]) as any,
    authorize: (async (queries: any[]) => {
      const items = queries.map(query => ({
        id: '00000000-0000-4000-8000-000000000000',
        ...query,
      }));
      await send(items);
      await send(items.map(item => ({ ...item, ...conditional })));
      return queries.map(({ resourceRef }) => ({
        result: resourceRef.endsWith('1')
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      }));
    }) as any,
  });
}

const ask = (result: unknown) =>
  readableEntities({
    catalog,
    permissions: permissionsWith(result),
    credentials,
    entityRefs,
  });

describe('readableEntities', () => {
  it('is what the catalog shows and the policy allows, however many are asked', async () => {
    const shown = entityRefs.filter(ref => !ref.endsWith('0'));
    expect([...(await ask({ result: AuthorizeResult.ALLOW }))]).toEqual(shown);
    expect([...(await ask(conditional))]).toEqual(
      shown.filter(ref => !ref.endsWith('1')),
    );
    expect(await ask({ result: AuthorizeResult.DENY })).toEqual(new Set());
  });
});
