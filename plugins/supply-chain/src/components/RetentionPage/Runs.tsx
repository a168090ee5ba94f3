import { RetentionRun } from '@hotpass/backstage-plugin-supply-chain-common';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
  RiLoader4Line,
} from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import styles from '../shared/page.module.css';
import { RelativeTime, StatusWord } from '../shared';
import { Block } from './Block';

const LOOKS = {
  running: { tone: 'info', icon: <RiLoader4Line /> },
  done: { tone: 'success', icon: <RiCheckboxCircleFill /> },
  interrupted: { tone: 'warning', icon: <RiErrorWarningFill /> },
  stopped: { tone: 'danger', icon: <RiCloseCircleFill /> },
  refused: { tone: 'danger', icon: <RiCloseCircleFill /> },
  failed: { tone: 'danger', icon: <RiCloseCircleFill /> },
} as const;

/** What the last runs did. */
export function Runs(props: { runs: RetentionRun[] }) {
  const { runs } = props;
  const { t } = useMessages();
  const { formatNumber, formatBytes } = useNumbers();
  return (
    <Block title={t('retention.runs.title')}>
      {runs.length === 0 ? (
        <p className={styles.lead}>{t('retention.runs.none')}</p>
      ) : (
        <ol className={styles.mappings}>
          {runs.map(({ id, startedAt, dryRun, outcome, reason, counts }) => (
            <li key={id} className={styles.mapping}>
              <span className={styles.inline}>
                <StatusWord {...LOOKS[outcome]} strong>
                  {t(`retention.runs.outcome.${outcome}`)}
                </StatusWord>
                <span className={styles.muted}>
                  <RelativeTime at={startedAt} />
                  {dryRun && ` · ${t('retention.runs.dry')}`}
                </span>
              </span>
              <span>
                {t('retention.runs.counts', {
                  due: formatNumber(counts.due),
                  marked: formatNumber(counts.marked),
                  spared: formatNumber(counts.spared),
                  deleted: formatNumber(counts.deleted),
                  unlinked: formatNumber(counts.unlinked),
                  bytes: formatBytes(counts.bytes),
                })}
              </span>
              {reason && <span className={styles.muted}>{reason}</span>}
            </li>
          ))}
        </ol>
      )}
    </Block>
  );
}
