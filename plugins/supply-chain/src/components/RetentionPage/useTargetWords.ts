import { HoldTarget } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';

/** Says what a hold holds, in one line. */
export function useTargetWords() {
  const { t } = useMessages();
  return ({ entityRef, releaseId, digest, query }: HoldTarget): string => {
    if (entityRef) return `${t('retention.holds.target.entity')}: ${entityRef}`;
    if (releaseId) {
      return `${t('retention.holds.target.release')}: ${releaseId}`;
    }
    if (digest) return `${t('retention.holds.target.digest')}: ${digest}`;
    const parts = Object.entries(query ?? {}).map(
      ([name, value]) =>
        `${name} ${Array.isArray(value) ? value.join(', ') : value}`,
    );
    return `${t('retention.holds.target.query')}: ${parts.join(' · ')}`;
  };
}
