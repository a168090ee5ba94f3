import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Evidence,
  ReleaseKey,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';

/**
 * Saves the exact bytes. They come through the API, because a plain link would
 * carry no token, and they are named by their digest and never by the document.
 */
export function useDownload(key: ReleaseKey, evidence: Evidence) {
  const api = useApi(supplyChainApiRef);
  const [state, setState] = useState<{ loading: boolean; error?: Error }>({
    loading: false,
  });

  const start = async () => {
    setState({ loading: true });
    try {
      const bytes = await api.downloadEvidence(key, evidence.id);
      const url = URL.createObjectURL(
        new Blob([bytes], { type: 'application/octet-stream' }),
      );
      const anchor = document.createElement('a');
      anchor.href = url;
      anchor.download = evidence.digest.replace(':', '-');
      anchor.click();
      // The browser may start reading the URL only after the click returned.
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
      setState({ loading: false });
    } catch (error) {
      setState({
        loading: false,
        error: error instanceof Error ? error : new Error(String(error)),
      });
    }
  };
  return { ...state, start };
}
