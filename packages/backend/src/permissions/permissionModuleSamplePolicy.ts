import { createBackendModule } from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { SamplePolicy } from './SamplePolicy';

export const permissionModuleSamplePolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'supply-chain-sample-policy',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new SamplePolicy());
      },
    });
  },
});
