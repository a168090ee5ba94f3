import { useApi } from '@backstage/frontend-plugin-api';
import { PipelineExplanation } from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';
import { Answer, useAnswer } from '../../hooks/useAnswer';
import { Claims } from './claims';

/** How far a question about claims has come. */
export type Explanation = Answer<Claims, PipelineExplanation>;

/** Asks the portal what claims would be allowed; a new question ends the one before. */
export function useExplanation() {
  const api = useApi(supplyChainApiRef);
  return useAnswer((claims: Claims, signal) =>
    api.explainPipeline(claims, { signal }),
  );
}
