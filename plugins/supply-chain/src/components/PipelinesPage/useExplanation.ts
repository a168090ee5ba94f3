import { useApi } from '@backstage/frontend-plugin-api';
import { PipelineExplanation } from '@hotpass/backstage-plugin-supply-chain-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { supplyChainApiRef } from '../../api';
import { Claims } from './claims';

/** How far a question about claims has come. */
export type Answer =
  | { step: 'idle' }
  | { step: 'asking' }
  | { step: 'done'; claims: Claims; explanation: PipelineExplanation }
  | { step: 'failed'; error: Error };

/** Asks the portal what claims would be allowed; a new question ends the one before. */
export function useExplanation() {
  const api = useApi(supplyChainApiRef);
  const controller = useRef<AbortController>();
  const [answer, setAnswer] = useState<Answer>({ step: 'idle' });
  useEffect(() => () => controller.current?.abort(), []);
  const reset = useCallback(() => {
    controller.current?.abort();
    setAnswer({ step: 'idle' });
  }, []);
  const ask = useCallback(
    async (claims: Claims) => {
      controller.current?.abort();
      const { signal } = (controller.current = new AbortController());
      setAnswer({ step: 'asking' });
      try {
        const explanation = await api.explainPipeline(claims, { signal });
        if (!signal.aborted) setAnswer({ step: 'done', claims, explanation });
      } catch (error) {
        if (signal.aborted) return;
        setAnswer({ step: 'failed', error: error as Error });
      }
    },
    [api],
  );
  return { answer, ask, reset };
}
