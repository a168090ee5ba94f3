import {
  BackendFeature,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import {
  notificationService,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import { Notifier } from './Notifier';

jest.setTimeout(60_000);

const notification = {
  recipients: {
    type: 'entity' as const,
    entityRef: 'group:default/team',
    excludeEntityRef: 'user:default/legal',
  },
  payload: {
    title: 'A legal hold is due for review',
    topic: 'supply-chain.retention',
    scope: 'hold-review:1',
  },
};

/** The client as this plugin gets it, in a backend with or without the other one. */
async function backendWith(features: BackendFeature[]) {
  let client: NotificationService | undefined;
  const sender = createBackendPlugin({
    pluginId: 'supply-chain',
    register(env) {
      env.registerInit({
        deps: { notifications: notificationService },
        async init({ notifications }) {
          client = notifications;
        },
      });
    },
  });
  const member = (name: string) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: {},
    relations: [{ type: 'memberOf', targetRef: 'group:default/team' }],
  });
  const entities = [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'team', namespace: 'default' },
      spec: { type: 'team', children: [] },
      relations: ['ada', 'legal'].map(name => ({
        type: 'hasMember',
        targetRef: `user:default/${name}`,
      })),
    },
    member('ada'),
    member('legal'),
  ];
  const { server } = await startTestBackend({
    features: [
      sender,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://localhost' } },
      }),
      ...features,
    ],
  });
  const logger = mockServices.logger.mock();
  return {
    server,
    logger,
    notifier: new Notifier({ notifications: client!, logger }),
  };
}

it('reaches the people whom the real notifications plugin finds, once', async () => {
  const { server, notifier } = await backendWith([notificationsPlugin]);
  // Sent again, as after a crash
  await notifier.send([notification]);
  await notifier.send([notification]);
  const listOf = async (name: string) => {
    const response = await fetch(
      `http://localhost:${server.port()}/api/notifications/notifications`,
      {
        headers: {
          Authorization: mockCredentials.user.header(`user:default/${name}`),
        },
      },
    );
    const { notifications } = (await response.json()) as any;
    return notifications.map(({ origin, payload }: any) => [
      origin,
      payload.title,
    ]);
  };
  expect(await listOf('ada')).toEqual([
    ['plugin:supply-chain', 'A legal hold is due for review'],
  ]);
  expect(await listOf('legal')).toEqual([]);
  server.stop();
});

it('knows a portal without the plugin by its real answer', async () => {
  const { server, notifier, logger } = await backendWith([]);
  await notifier.send([notification]);
  expect(logger.info).toHaveBeenCalledWith(
    expect.stringContaining('no notifications plugin'),
  );
  server.stop();
});
