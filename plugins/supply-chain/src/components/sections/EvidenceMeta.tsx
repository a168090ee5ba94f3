import { Evidence } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { DigestText, RelativeTime, refName } from '../shared';
import evidence from './evidence.module.css';
import { KeptUntil } from './KeptUntil';

/** Digest, size, who sent it and when, and how long it is kept. */
export function EvidenceMeta(props: { evidence: Evidence }) {
  const { evidence: item } = props;
  const { t } = useMessages();
  const { formatBytes } = useNumbers();
  const { receivedFrom } = item;
  const counts = [
    item.componentCount !== undefined &&
      t('sections.evidence.components', { count: item.componentCount }),
    item.findingCount !== undefined &&
      t('sections.evidence.findingCount', { count: item.findingCount }),
    item.entryCount !== undefined &&
      t('sections.evidence.entries', { count: item.entryCount }),
  ].filter(Boolean);
  return (
    <ul className={evidence.meta}>
      {counts.length > 0 && <li>{counts.join(', ')}</li>}
      {item.generator && (
        <li>
          {t('sections.evidence.generator')} {item.generator.name}{' '}
          {item.generator.version}
        </li>
      )}
      <li>
        {t('sections.evidence.received')} <RelativeTime at={item.receivedAt} />{' '}
        {t('sections.evidence.receivedFrom', {
          who: receivedFrom.display ?? refName(receivedFrom.ref),
        })}{' '}
        ({t(`sections.evidence.principal.${receivedFrom.type}`)})
      </li>
      <KeptUntil evidence={item} />
      <li>
        {t('sections.evidence.stream')} {item.stream}
      </li>
      <li>{formatBytes(item.size)}</li>
      <li>
        <DigestText digest={item.digest} />
      </li>
    </ul>
  );
}
