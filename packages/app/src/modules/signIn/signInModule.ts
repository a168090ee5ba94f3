import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

const signInPage = SignInPageBlueprint.make({
  params: {
    loader: () =>
      import('./PersonaSignInPage').then(module => module.PersonaSignInPage),
  },
});

/** The demo's sign-in page: one card for each persona. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [signInPage],
});
