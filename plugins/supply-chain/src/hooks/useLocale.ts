import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';

/** The app's language, as dates and numbers are written in it; English days come first. */
export function useLocale(): string {
  const language =
    useApiHolder().get(appLanguageApiRef)?.getLanguage().language ?? 'en';
  return language === 'en' ? 'en-GB' : language;
}
