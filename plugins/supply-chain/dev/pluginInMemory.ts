import plugin from '../src/alpha';
import { retentionApiRef, supplyChainApiRef } from '../src/api';
import { inMemoryApi } from '../src/__fixtures__/inMemoryApi';
import { inMemoryRetention } from '../src/__fixtures__/retentionFixtures';
import { evidence } from '../src/__fixtures__/releaseFixtures';
import { signatures } from '../src/__fixtures__/signatureFixtures';
import { heldPosture, postures } from '../src/__fixtures__/postureFixtures';

const api = inMemoryApi();
for (const [state, posture] of Object.entries(postures)) {
  api.setPosture(`component:default/${state}`, posture);
}
api.setPosture('component:default/held', heldPosture);
api.getEvidence = async () => [...evidence, ...signatures];
const failure = (statusCode: number) =>
  Object.assign(new Error(`Answered with ${statusCode}`), { statusCode });
api.setPosture('component:default/denied', failure(403));
api.setPosture('component:default/broken', failure(500));
api.getPosture = (
  getPosture =>
  (entityRef, ...rest) =>
    entityRef === 'component:default/loading'
      ? new Promise(() => {})
      : getPosture(entityRef, ...rest)
)(api.getPosture);

/** The plugin with a backend in memory: one component for every state. */
export const pluginInMemory = plugin.withOverrides({
  extensions: [
    plugin.getExtension('api:supply-chain').override({
      params: defineParams =>
        defineParams({ api: supplyChainApiRef, deps: {}, factory: () => api }),
    }),
    plugin.getExtension('api:supply-chain/retention').override({
      params: defineParams =>
        defineParams({
          api: retentionApiRef,
          deps: {},
          factory: inMemoryRetention,
        }),
    }),
  ],
});

/** Names of the components that `dev/` shows. */
export const devEntities = [
  ...Object.keys(postures),
  'held',
  'loading',
  'denied',
  'broken',
];
