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

/** Who belongs to no group, and who may decide what the guest asked for. */
const PERSONAS = ['visitor', 'counsel'] as const;

/**
 * Demo persons beside the guest, where the config names them. They work in development
 * only, like the guest.
 */
export const authModulePersonas = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-personas',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ providers, config }) {
        for (const providerId of PERSONAS) {
          const own = config.getOptionalConfig(`auth.providers.${providerId}`);
          if (!own) continue;
          const entityRef =
            own.getOptionalString('userEntityRef') ??
            `user:default/${providerId}`;
          const factory = personaFactory(entityRef);
          providers.registerProvider({ providerId, factory });
        }
      },
    });
  },
});

function personaFactory(entityRef: string) {
  return createProxyAuthProviderFactory({
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
  });
}
