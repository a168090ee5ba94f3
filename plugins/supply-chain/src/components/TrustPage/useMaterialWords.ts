import { TrustLine } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';

const PARTS = ['log', 'sct', 'time'] as const;

/** Says what a line demands: *1 log entry, 1 trusted time*. */
export function useMaterialWords() {
  const { t } = useMessages();
  return (require: TrustLine['require']): string =>
    PARTS.filter(part => require[part] > 0)
      .map(part => t(`trust.material.${part}`, { count: require[part] }))
      .join(', ') || t('trust.material.none');
}
