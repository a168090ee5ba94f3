import { Button, VisuallyHidden } from '@backstage/ui';
import { ChangeCounts } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiArrowLeftRightLine } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import styles from './EntityTab.module.css';
import { shortVersion } from './releaseOptions';

/** What differs from the release it is compared with, in one line. */
export function SinceLine(props: {
  changes: ChangeCounts;
  onShow: () => void;
}) {
  const { changes, onShow } = props;
  const { base, added, removed, updated, newFindings, goneFindings } = changes;
  const { t } = useMessages();
  const counts = {
    added: `${added}`,
    removed: `${removed}`,
    updated: `${updated}`,
  };
  const moved = added + removed + updated > 0;
  const findings = [
    newFindings > 0 && t('tab.since.newFindings', { count: newFindings }),
    goneFindings > 0 && t('tab.since.goneFindings', { count: goneFindings }),
  ].filter(Boolean);
  return (
    <div className={styles.line}>
      <RiArrowLeftRightLine aria-hidden className={styles.icon} />
      <span>
        {t('tab.since.label', { version: shortVersion(base.version) })}{' '}
        {moved && (
          <>
            <span aria-hidden>{t('tab.since.components', counts)}</span>
            <VisuallyHidden>{t('tab.since.spoken', counts)}</VisuallyHidden>
          </>
        )}
        {moved && findings.length > 0 && ' · '}
        {findings.join(' · ')}
        {!moved && findings.length === 0 && t('tab.since.same')}
      </span>
      <Button size="small" variant="tertiary" onPress={onShow}>
        {t('tab.since.show')}
      </Button>
    </div>
  );
}
