import { mockServices } from '@backstage/backend-test-utils';
import {
  Entity,
  resourceEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { DeferredEntity } from '@backstage/plugin-catalog-node';
import { MirrorCompanion } from '@hotpass/backstage-plugin-supply-chain-common';
import { EvidenceCompanionProvider } from './EvidenceCompanionProvider';

const companion = (name: string): MirrorCompanion => ({
  entityRef: `component:default/${name}`,
  companionRef: `resource:default/evidence-component-${name}`,
  title: `The ${name}`,
  owner: 'group:default/team',
  system: 'system:default/shop',
});

async function setUp(pages: MirrorCompanion[][]) {
  const listCompanions = jest.fn(async ({ entity, cursor }: any) => {
    if (entity !== undefined) {
      return { items: pages.flat().filter(one => one.entityRef === entity) };
    }
    const at = Number(cursor ?? 0);
    return {
      items: pages[at],
      nextCursor: at + 1 < pages.length ? String(at + 1) : undefined,
    };
  });
  const events = mockServices.events.mock();
  const provider = new EvidenceCompanionProvider({
    auth: mockServices.auth(),
    discovery: mockServices.discovery(),
    events,
    logger: mockServices.logger.mock(),
    portalUrl: 'https://portal.example/base/',
    client: { listCompanions },
  });
  const applyMutation = jest.fn(async (_mutation: any) => {});
  await provider.connect({ applyMutation, refresh: async () => {} });
  return { provider, events, applyMutation };
}

it('gives the catalog a companion for each entity of every page', async () => {
  const { provider, applyMutation } = await setUp([
    [companion('a'), companion('b')],
    [companion('c')],
  ]);
  await provider.refresh();
  const [{ type, entities }] = applyMutation.mock.calls[0];
  expect(type).toBe('full');
  const all = (entities as DeferredEntity[]).map(({ entity }) => entity);
  expect(all.map(({ metadata }) => metadata.name)).toEqual([
    'evidence-component-a',
    'evidence-component-b',
    'evidence-component-c',
  ]);
  for (const entity of all) {
    await expect(resourceEntityV1alpha1Validator.check(entity)).resolves.toBe(
      true,
    );
  }
  expect(all[0]).toMatchObject<Partial<Entity>>({
    metadata: {
      namespace: 'default',
      name: 'evidence-component-a',
      title: 'Evidence of The a',
      annotations: {
        'supply-chain.hotpass.io/evidence-of': 'component:default/a',
        'backstage.io/techdocs-ref':
          'url:https://portal.example/base/catalog/default/component/a/supply-chain',
      },
    },
    spec: {
      type: 'supply-chain-evidence',
      owner: 'group:default/team',
      system: 'system:default/shop',
      dependencyOf: ['component:default/a'],
    },
  });
});

it('adds the one that an event names at once, and none for an entity without evidence', async () => {
  const { provider, events, applyMutation } = await setUp([[companion('a')]]);
  await provider.start(mockServices.scheduler.mock());
  const [{ onEvent }] = events.subscribe.mock.calls[0];
  const tell = (entityRef: string) =>
    onEvent({
      topic: 'supply-chain',
      eventPayload: { type: 'posture-changed', entityRef },
    });
  await tell('component:default/unknown');
  expect(applyMutation).not.toHaveBeenCalled();
  await tell('component:default/a');
  expect(applyMutation).toHaveBeenCalledWith({
    type: 'delta',
    added: [expect.objectContaining({ locationKey: 'supply-chain-evidence' })],
    removed: [],
  });
});

it('takes nothing from the catalog when the backend does not answer', async () => {
  const { provider, applyMutation } = await setUp([]);
  await expect(provider.refresh()).rejects.toThrow();
  expect(applyMutation).not.toHaveBeenCalled();
});
