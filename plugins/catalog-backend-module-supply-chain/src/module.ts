import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { EvidenceCompanionProvider } from './EvidenceCompanionProvider';

/**
 * Provides a `Resource` of type `supply-chain-evidence` for every entity with
 * evidence, whose TechDocs are that evidence.
 *
 * @public
 */
export const catalogModuleSupplyChain = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'supply-chain',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const provider = new EvidenceCompanionProvider({
          ...deps,
          portalUrl: deps.config.getString('app.baseUrl'),
        });
        deps.catalog.addEntityProvider(provider);
        // Only when all is up: the backend that is asked may be this very one
        deps.lifecycle.addStartupHook(() => provider.start(deps.scheduler));
      },
    });
  },
});
