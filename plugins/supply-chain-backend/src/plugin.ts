import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  ArtifactStore,
  supplyChainArtifactStoreExtensionPoint,
} from '@hotpass/backstage-plugin-supply-chain-node';
import { supplyChainPermissions } from '@hotpass/backstage-plugin-supply-chain-common';
import { createEvidenceWorkers } from '@hotpass/supply-chain-evidence';
import { readConfig } from './config/readConfig';
import { createWriteSide } from './createWriteSide';
import { prepareKeeping } from './prepareKeeping';
import { SupplyChainDatabase } from './database/SupplyChainDatabase';
import { GrantService } from './intake/grants';
import { FileArtifactStore } from './intake/store/FileArtifactStore';
import { createMetrics } from './metrics';
import { allowPipelines } from './pipelines/allowPipelines';
import { createRouter } from './service/createRouter';
import { DocsScan } from './references/DocsScan';
import { createServices } from './service/createServices';
import { startTasks } from './tasks/startTasks';

/** Collects, judges and keeps supply-chain evidence of catalog entities. @public */
export const supplyChainPlugin = createBackendPlugin({
  pluginId: 'supply-chain',
  register(env) {
    let ownStore: ArtifactStore | undefined;
    env.registerExtensionPoint(supplyChainArtifactStoreExtensionPoint, {
      setArtifactStore(store) {
        if (ownStore) throw new Error('The artifact store was set twice');
        ownStore = store;
      },
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        // Its client is always there; whether the portal has the plugin shows when it sends
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const config = readConfig(deps.config);
        const database = await SupplyChainDatabase.create(deps.database);
        const files = await FileArtifactStore.create(config.storeDirectory);
        const store = ownStore ?? files;
        const workers = createEvidenceWorkers({
          threads: config.workers,
          readTimeoutMs: config.limits.readTimeoutMs,
          assessTimeoutMs: config.limits.readTimeoutMs,
          judgeTimeoutMs: config.limits.judgeTimeoutMs,
          limits: config.limits,
          bundlePath: config.policy.bundle,
          bundleDigest: config.policy.bundleDigest,
        });
        deps.lifecycle.addShutdownHook(() => workers.close());
        const grants = new GrantService(config.grants);
        const writeSide = createWriteSide({
          ...deps,
          config,
          database,
          store,
          temporary: files.temporary,
          workers,
          metrics: createMetrics(deps.metrics),
        });
        await writeSide.policies.start();
        await prepareKeeping({ ...deps, database, keeping: writeSide.keeping });
        deps.permissionsRegistry.addPermissions(supplyChainPermissions);
        if (config.pipelines) allowPipelines(deps.httpRouter);
        deps.httpRouter.use(
          createRouter(
            createServices({
              ...deps,
              database,
              store,
              grants,
              intake: writeSide.intake,
              audit: writeSide.audit,
              promotions: writeSide.promotions,
              trust: writeSide.trust,
              keeping: writeSide.keeping,
              stages: config.stages,
              pipelines: config.pipelines,
            }),
          ),
        );
        await startTasks({
          ...deps,
          ...writeSide,
          config,
          database,
          files,
          docs: new DocsScan({ ...deps, database }),
        });
      },
    });
  },
});
