import { OptionSection } from '@backstage/ui';
import { Release } from '@hotpass/backstage-plugin-supply-chain-common';
import { Dates } from '../../hooks/useDates';
import { Translate } from '../../hooks/useMessages';

/** Releases first, then changes; each with its line and age. */
export function releaseOptions(
  releases: Release[],
  words: { t: Translate; dates: Dates },
): OptionSection[] {
  const { t, dates } = words;
  const section = (channel: Release['channel'], title: string) => ({
    title,
    options: releases
      .filter(release => release.channel === channel)
      .map(({ id, version, line, madeAt }) => ({
        id,
        label: t('tab.release.option', {
          version: shortVersion(version),
          line,
          ago: dates.ago(madeAt),
        }),
      })),
  });
  return [
    section('release', t('tab.release.releases')),
    section('change', t('tab.release.changes')),
  ].filter(({ options }) => options.length > 0);
}

/** A change is `<pull request>@<head sha>`; forty digits tell a reader nothing. */
export function shortVersion(version: string): string {
  return version.replace(/@([0-9a-f]{7})[0-9a-f]{33,}$/, '@$1');
}
