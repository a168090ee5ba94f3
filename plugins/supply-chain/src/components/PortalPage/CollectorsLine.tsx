import { RiCloseCircleFill } from '@remixicon/react';
import { Collector } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { RelativeTime, StatusWord, refName } from '../shared';
import health from './health.module.css';

const NAMED = 5;

/** When collectors ran last; those that failed or were refused by name. */
export function CollectorsLine(props: { collectors: Collector[] }) {
  const { collectors } = props;
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  const bad = collectors.filter(
    ({ outcome }) => outcome === 'failed' || outcome === 'refused',
  );
  const lastRun = collectors
    .flatMap(({ lastRunAt }) => lastRunAt ?? [])
    .sort()
    .at(-1);
  return (
    <div className={health.line}>
      <dt>{t('portal.health.collectors')}</dt>
      <dd>
        {collectors.length === 0 && t('portal.health.collectorsNone')}
        {collectors.length > 0 && bad.length === 0 && (
          <>
            {t('portal.health.collectorsFine', { count: collectors.length })}{' '}
            {lastRun ? (
              <RelativeTime at={lastRun} />
            ) : (
              t('portal.health.collectorsNever')
            )}
          </>
        )}
        {bad.length > 0 && (
          <>
            <StatusWord icon={<RiCloseCircleFill />} tone="danger" strong>
              {t('portal.health.collectorsBad', {
                bad: formatNumber(bad.length),
                total: formatNumber(collectors.length),
              })}
            </StatusWord>
            <ul className={health.bad}>
              {bad.slice(0, NAMED).map(collector => (
                <li key={`${collector.entityRef} ${collector.location}`}>
                  {t('portal.health.collectorBad', {
                    name: refName(collector.entityRef),
                    message: collector.message ?? collector.outcome,
                  })}
                </li>
              ))}
            </ul>
          </>
        )}
      </dd>
    </div>
  );
}
