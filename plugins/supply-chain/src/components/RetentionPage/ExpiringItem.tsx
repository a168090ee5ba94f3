import { ExpiringEvidence } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiLock2Line, RiTimeLine } from '@remixicon/react';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import styles from '../shared/page.module.css';
import { DigestText, StatusWord } from '../shared';
import { EvidenceLink } from './EvidenceLink';
import { EvidenceName } from './EvidenceName';

/** One piece of evidence with its date, its rule, and what keeps it all the same. */
export function ExpiringItem(props: { item: ExpiringEvidence }) {
  const { item } = props;
  const { t } = useMessages();
  const dates = useDates();
  const { formatBytes } = useNumbers();
  const isMarked = item.state === 'marked';
  const at = (isMarked && item.deletesAt) || item.until;
  return (
    <li className={styles.mapping}>
      <span className={styles.inline}>
        <EvidenceLink {...item} />
        <EvidenceName kind={item.kind} fileName={item.fileName} />
        <DigestText digest={item.digest} />
        <span className={styles.muted}>{formatBytes(item.size)}</span>
        {(item.live || item.held) && (
          <StatusWord icon={<RiLock2Line />} tone="success">
            {[
              item.live && t('retention.next.live'),
              item.held && t('retention.next.held'),
            ]
              .filter(Boolean)
              .join(', ')}
          </StatusWord>
        )}
      </span>
      <span className={styles.inline}>
        <StatusWord
          icon={<RiTimeLine />}
          tone={item.state === 'kept' ? 'neutral' : 'warning'}
        >
          {t(`retention.next.state.${item.state}`)} {dates.day(at)}
        </StatusWord>
        <span className={styles.muted}>
          {t('retention.rule')} {item.rule}
        </span>
      </span>
    </li>
  );
}
