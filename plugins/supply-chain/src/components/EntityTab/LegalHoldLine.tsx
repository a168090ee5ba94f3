import { Link } from '@backstage/ui';
import { PlacedHold } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiLock2Line } from '@remixicon/react';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import { useHoldsPath } from '../shared';
import tab from './EntityTab.module.css';

/**
 * Says that nothing of the release may be deleted. Which holds they are, only those
 * are told who may see retention.
 */
export function LegalHoldLine(props: { holds: PlacedHold[] }) {
  const { holds } = props;
  const { t } = useMessages();
  const dates = useDates();
  const path = useHoldsPath();
  const since = holds.map(hold => hold.since).sort()[0];
  // Several holds of one case are told apart on the page of holds
  const references = new Set(holds.flatMap(({ reference }) => reference ?? []));
  const named = [...references].join(', ');
  return (
    <div className={tab.line} role="note" aria-label={t('tab.legalHold.label')}>
      <RiLock2Line aria-hidden className={tab.icon} />
      <strong>
        {t('tab.legalHold.title', { count: holds.length })}
        {named && !path && `: ${named}`}
      </strong>
      {named && path && <Link href={path}>{named}</Link>}
      <span>
        {t('tab.legalHold.since', { at: dates.day(since) })}{' '}
        {t('tab.legalHold.meaning')}
      </span>
    </div>
  );
}
