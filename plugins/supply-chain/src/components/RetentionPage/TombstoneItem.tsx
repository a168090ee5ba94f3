import { TombstonePage } from '@hotpass/backstage-plugin-supply-chain-common';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { DigestText, RelativeTime } from '../shared';
import { EvidenceLink } from './EvidenceLink';

/** What is left of evidence that was deleted. */
export function TombstoneItem(props: {
  tombstone: TombstonePage['items'][number];
}) {
  const { tombstone } = props;
  const { entityRef, kind, receivedAt } = tombstone;
  const { t } = useMessages();
  const dates = useDates();
  return (
    <li className={styles.mapping}>
      <span className={styles.inline}>
        <DigestText digest={tombstone.digest} />
        {entityRef ? (
          <EvidenceLink
            entityRef={entityRef}
            releaseId={tombstone.releaseId}
            version={tombstone.version}
          />
        ) : (
          t('retention.gone.erased')
        )}
        {kind && <span>{t(`states.kind.${kind}`)}</span>}
      </span>
      <span className={styles.muted}>
        {t('retention.gone.deleted')} <RelativeTime at={tombstone.deletedAt} />
        {' · '}
        {t('retention.rule')} {tombstone.rule}
        {receivedAt &&
          ` · ${t('retention.gone.received', { at: dates.full(receivedAt) })}`}
        {` · ${t(`retention.gone.bytes.${tombstone.bytes}`)}`}
      </span>
    </li>
  );
}
