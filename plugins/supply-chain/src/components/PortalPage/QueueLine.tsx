import { RiErrorWarningFill } from '@remixicon/react';
import { DateTime } from 'luxon';
import { PipelineStatus } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { RelativeTime, StatusWord } from '../shared';
import health from './health.module.css';

/** A judgement takes seconds: what waits longer than this is stuck. */
const LATE = { minutes: 5 };

/** What waits to be read or judged. */
export function QueueLine(props: { queue: PipelineStatus['queue'] }) {
  const { processing, toJudge, oldestSince } = props.queue;
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  const late =
    oldestSince !== undefined &&
    DateTime.fromISO(oldestSince) < DateTime.now().minus(LATE);
  const line = t('portal.health.queueLine', {
    processing: formatNumber(processing),
    toJudge: formatNumber(toJudge),
  });
  return (
    <div className={health.line}>
      <dt>{t('portal.health.queue')}</dt>
      <dd>
        {processing + toJudge === 0 && t('portal.health.queueEmpty')}
        {processing + toJudge > 0 && !late && line}
        {processing + toJudge > 0 && late && oldestSince && (
          <StatusWord icon={<RiErrorWarningFill />} tone="warning" strong>
            {line}, {t('portal.health.queueOld')}{' '}
            <RelativeTime at={oldestSince} elapsed />
          </StatusWord>
        )}
      </dd>
    </div>
  );
}
