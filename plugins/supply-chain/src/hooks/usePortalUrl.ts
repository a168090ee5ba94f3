import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';
import useAsync from 'react-use/esm/useAsync';

/** The backend's base URL, as a pipeline must call it. */
export function usePortalUrl(): string | undefined {
  const discovery = useApi(discoveryApiRef);
  const { value } = useAsync(
    async () =>
      (await discovery.getBaseUrl('supply-chain')).replace(
        /\/api\/supply-chain\/?$/,
        '',
      ),
    [discovery],
  );
  return value;
}
