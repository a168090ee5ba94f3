import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { supplyChainTranslationRef } from '../translation';

/** The translation function of the pages. */
export type Translate = TranslationFunction<
  (typeof supplyChainTranslationRef)['T']
>;

/** The pages' strings in the reader's language. */
export function useMessages(): { t: Translate } {
  return useTranslationRef(supplyChainTranslationRef);
}
