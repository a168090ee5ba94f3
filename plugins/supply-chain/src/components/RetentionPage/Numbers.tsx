import { RetentionOverview } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import styles from '../shared/page.module.css';
import { Block } from './Block';
import retention from './retention.module.css';

/** The few numbers that compliance asks for first. */
export function Numbers(props: { overview: RetentionOverview }) {
  const { totals, expiring, missing, scrub, settings } = props.overview;
  const { t } = useMessages();
  const { formatNumber, formatBytes } = useNumbers();
  const numbers = [
    ['evidence', totals.evidence],
    ['live', totals.live],
    ['held', totals.held],
    ['in30', expiring.in30Days.evidence],
    ['in90', expiring.in90Days.evidence],
    ['marked', totals.marked],
    ['tombstones', totals.tombstones],
    ['missing', missing],
  ] as const;
  return (
    <Block title={t('retention.numbers.title')}>
      <dl className={retention.numbers}>
        {numbers.map(([name, value]) => (
          <div key={name} className={retention.number}>
            <dt>{t(`retention.numbers.${name}`)}</dt>
            <dd>{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.lead}>
        {t('retention.numbers.bytes', {
          bytes: formatBytes(totals.bytes),
          stored: formatBytes(totals.storedBytes),
        })}
        {' · '}
        {t('retention.numbers.scrub', {
          checked: formatNumber(scrub.checked),
          artifacts: formatNumber(scrub.artifacts),
          days: formatNumber(scrub.windowDays),
        })}
        {scrub.unreadable > 0 && (
          <strong>
            {', '}
            {t('retention.numbers.unreadable', {
              unreadable: formatNumber(scrub.unreadable),
            })}
          </strong>
        )}
        {' · '}
        {t('retention.numbers.settings', {
          hours: formatNumber(settings.intervalHours),
          grace: formatNumber(settings.graceDays),
        })}{' '}
        {settings.dryRun && <strong>{t('retention.numbers.dryRun')}</strong>}
      </p>
    </Block>
  );
}
