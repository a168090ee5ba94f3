import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  Publisher,
  techdocsBuildsExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { SUPPLY_CHAIN_EVENT_TOPIC } from '@hotpass/backstage-plugin-supply-chain-common';
import { CompanionBuildStrategy } from './build/CompanionBuildStrategy';
import { readMirrorConfig } from './config/readMirrorConfig';
import { createGuard } from './guard/createGuard';
import { MirrorClient } from './publish/MirrorClient';
import { MirrorTask } from './publish/MirrorTask';
import { PublishedSites } from './publish/PublishedSites';
import { readTarget } from './publish/readTarget';
import { SitePublisher } from './publish/SitePublisher';

/**
 * Renders the evidence of every entity as a TechDocs site, publishes it with the
 * publisher that TechDocs is configured with, and lets nobody read it who may not
 * read the evidence.
 *
 * @public
 */
export const techdocsModuleSupplyChain = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'supply-chain',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        builds: techdocsBuildsExtensionPoint,
        cache: coreServices.cache,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, logger, discovery, scheduler, events } = deps;
        const settings = readMirrorConfig(config);
        const publisher = await Publisher.fromConfig(config, {
          logger,
          discovery,
        });
        const sites = new PublishedSites({ publisher });
        deps.builds.setBuildStrategy(
          new CompanionBuildStrategy({
            sites,
            isLocal: settings.buildsLocally,
          }),
        );
        // Before the routes of TechDocs: modules are started before their plugin
        deps.httpRouter.use(createGuard({ ...deps, sites }));
        const client = new MirrorClient(deps);
        const task = new MirrorTask({
          client,
          logger,
          target: () => readTarget(publisher),
          publisher: new SitePublisher({ ...deps, settings, publisher, sites }),
        });
        // Only when all is up: the first turn would meet a closed door otherwise
        deps.lifecycle.addStartupHook(async () => {
          await scheduler.scheduleTask({
            id: 'supply-chain:mirror',
            scope: settings.isLocalPublisher ? 'local' : 'global',
            frequency: { seconds: 3 },
            // A replica that was killed holds its turn for as long; the next goes on where it stopped
            timeout: { minutes: 1 },
            fn: signal => task.run(signal),
          });
          await events.subscribe({
            id: 'supply-chain-mirror',
            topics: [SUPPLY_CHAIN_EVENT_TOPIC],
            onEvent: async ({ eventPayload }) => {
              const { entityRef } = eventPayload as { entityRef?: unknown };
              if (typeof entityRef === 'string') await task.publish(entityRef);
            },
          });
        });
      },
    });
  },
});
