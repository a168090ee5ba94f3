import { Button, Link } from '@backstage/ui';
import { RiCloseCircleFill } from '@remixicon/react';
import { HealthCause } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import {
  CodeText,
  RelativeTime,
  StatusWord,
  refName,
  useEntityTabPath,
} from '../shared';
import health from './health.module.css';
import portal from './portal.module.css';
import { useArrivalsLink } from './useArrivalsLink';

const NAMED = 4;

/** One cause: who is hit, since when, what to do, and where to see it. */
export function CauseItem(props: { cause: HealthCause }) {
  const { cause } = props;
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  const tabPath = useEntityTabPath();
  const showArrivals = useArrivalsLink();
  const owners = [
    ...new Set(cause.entities.flatMap(entity => entity.owner ?? [])),
  ].map(refName);
  const named = cause.entities.slice(0, NAMED);
  const more = cause.entityCount - named.length;

  return (
    <li className={health.cause}>
      <div className={health.causeHead}>
        <StatusWord icon={<RiCloseCircleFill />} tone="danger" strong>
          <span className={health.causeTitle}>{cause.title}</span>
        </StatusWord>
        <span className={portal.muted}>
          {t('portal.health.entities', { count: cause.entityCount })} ·{' '}
          {t('portal.health.since')} <RelativeTime at={cause.since} elapsed />
          {owners.length > 0 &&
            ` · ${t('portal.health.owners', {
              count: owners.length,
              owners: owners.join(', '),
            })}`}
        </span>
        <Button
          size="small"
          variant="secondary"
          className={health.causeAction}
          aria-label={t('portal.health.arrivalsLabel', { cause: cause.title })}
          onPress={() => showArrivals(cause)}
        >
          {t('portal.health.arrivals')}
        </Button>
      </div>
      <p className={health.text}>
        <span className={portal.muted}>{t('portal.health.fix')}</span>{' '}
        <CodeText text={cause.remedy} />
      </p>
      <p className={health.text}>
        {named.map((entity, index) => (
          <span key={entity.entityRef}>
            {index > 0 && ', '}
            <Link
              href={tabPath(entity.entityRef)}
              variant="body-medium"
              title={entity.entityRef}
            >
              {[refName(entity.entityRef), entity.version]
                .filter(Boolean)
                .join(' ')}
            </Link>
          </span>
        ))}
        {more > 0 && (
          <span className={portal.muted}>
            {' '}
            {t('states.andMore', { number: formatNumber(more) })}
          </span>
        )}
        {cause.lastGood && (
          <span className={portal.muted}>
            {' · '}
            {t('portal.health.lastGood', {
              name: [refName(cause.lastGood.entityRef), cause.lastGood.version]
                .filter(Boolean)
                .join(' '),
            })}
            {', '}
            <RelativeTime at={cause.lastGood.at} />
          </span>
        )}
        {cause.lastAsk && (
          <span className={portal.muted}>
            {' · '}
            {t('portal.health.lastAsk', { by: cause.lastAsk.by.ref })}
            {', '}
            <RelativeTime at={cause.lastAsk.at} />
          </span>
        )}
        {cause.lastPromotion && (
          <span className={portal.muted}>
            {' · '}
            {t('portal.health.lastPromotion', {
              name: [
                refName(cause.lastPromotion.entityRef),
                cause.lastPromotion.version,
              ].join(' '),
              stage: cause.lastPromotion.stage,
              by: cause.lastPromotion.by.ref,
            })}
            {', '}
            <RelativeTime at={cause.lastPromotion.at} />
          </span>
        )}
      </p>
    </li>
  );
}
