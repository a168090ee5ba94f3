import { discoveryApiRef, IdentityApi } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { PersonaSignInPage } from './PersonaSignInPage';

const answer = {
  profile: {},
  providerInfo: {},
  backstageIdentity: {
    token: 'a.eyJleHAiOjk5OTk5OTk5OTl9.c',
    identity: {
      type: 'user',
      userEntityRef: 'user:default/guest',
      ownershipEntityRefs: [],
    },
  },
};

function show() {
  const onSignInSuccess = jest.fn<void, [IdentityApi]>();
  const page = renderInTestApp(
    <PersonaSignInPage onSignInSuccess={onSignInSuccess} />,
    { apis: [[discoveryApiRef, { getBaseUrl: async () => 'http://auth' }]] },
  );
  return { ...page, onSignInSuccess };
}

it('asks who enters once in a tab, and again after signing out', async () => {
  const asked = jest
    .spyOn(global, 'fetch')
    .mockImplementation(async () => Response.json(answer));
  const first = show();
  fireEvent.click(
    await screen.findByRole('button', { name: 'Enter as guest' }),
  );
  await waitFor(() => expect(first.onSignInSuccess).toHaveBeenCalled());
  first.unmount();
  const reloaded = show();
  await waitFor(() => expect(reloaded.onSignInSuccess).toHaveBeenCalled());
  expect(String(asked.mock.lastCall?.[0])).toContain('/guest/refresh');
  await reloaded.onSignInSuccess.mock.calls[0][0].signOut();
  reloaded.unmount();
  show();
  expect(
    await screen.findByRole('button', { name: 'Enter as guest' }),
  ).toBeVisible();
});
