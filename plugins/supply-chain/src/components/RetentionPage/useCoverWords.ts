import { HoldCover } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';

/** How much a hold covers, in one line. */
export function useCoverWords() {
  const { t } = useMessages();
  const { formatBytes } = useNumbers();
  return ({ entities, releases, evidence, bytes }: HoldCover): string =>
    [
      t('retention.holds.entities', { count: entities }),
      t('retention.holds.releases', { count: releases }),
      t('retention.evidence', { count: evidence }),
      formatBytes(bytes),
    ].join(', ');
}
