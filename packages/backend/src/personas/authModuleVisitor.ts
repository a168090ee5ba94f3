import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/**
 * A second demo person beside the guest, who belongs to no group. Works in
 * development only, like the guest.
 */
export const authModuleVisitor = createBackendModule({
  pluginId: 'auth',
  moduleId: 'visitor-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ providers, config }) {
        const visitor = config.getOptionalConfig('auth.providers.visitor');
        if (!visitor) return;
        const entityRef =
          visitor.getOptionalString('userEntityRef') ?? 'user:default/visitor';
        providers.registerProvider({
          providerId: 'visitor',
          factory: createProxyAuthProviderFactory({
            authenticator: createProxyAuthenticator({
              defaultProfileTransform: async () => ({ profile: {} }),
              initialize: () => process.env.NODE_ENV === 'development',
              async authenticate(_options, allowed: boolean) {
                if (!allowed) {
                  throw new NotAllowedError(
                    `The demo person '${entityRef}' can only sign in to a development portal`,
                  );
                }
                return { result: {} };
              },
            }),
            signInResolver: (_info, context) =>
              context.signInWithCatalogUser({ entityRef }),
          }),
        });
      },
    });
  },
});
