import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { supplyChainTranslationRef } from '../translation';

/** The pages' strings in the reader's language. */
export function useMessages() {
  return useTranslationRef(supplyChainTranslationRef);
}

/** The translation function of the pages. */
export type Translate = ReturnType<typeof useMessages>['t'];
