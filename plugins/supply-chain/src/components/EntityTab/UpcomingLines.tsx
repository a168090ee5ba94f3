import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiErrorWarningLine } from '@remixicon/react';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import styles from './EntityTab.module.css';

/** Warnings that turn into failures, by date. */
export function UpcomingLines(props: { posture: Posture }) {
  const { t } = useMessages();
  const dates = useDates();
  return (
    <>
      {props.posture.upcoming.map(({ effectiveOn, rules }) => (
        <div key={effectiveOn} className={styles.line} data-tone="warning">
          <RiErrorWarningLine aria-hidden className={styles.icon} />
          <span title={rules.join(', ')}>
            {t('tab.upcoming', {
              date: dates.day(effectiveOn),
              count: rules.length,
            })}
          </span>
        </div>
      ))}
    </>
  );
}
