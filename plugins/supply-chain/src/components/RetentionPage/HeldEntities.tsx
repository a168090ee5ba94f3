import { HeldEntityRow } from '@hotpass/backstage-plugin-supply-chain-common';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import { EvidenceLink } from './EvidenceLink';
import styles from './retention.module.css';

/** Entities that a hold covers, and what covers them although the catalog says otherwise. */
export function HeldEntities(props: { entities: HeldEntityRow[] }) {
  const { t } = useMessages();
  const dates = useDates();
  return (
    <ul
      className={styles.entities}
      aria-label={t('retention.holds.entitiesLabel')}
    >
      {props.entities.map(entity => (
        <li key={entity.entityRef}>
          <EvidenceLink entityRef={entity.entityRef} />{' '}
          <span className={styles.hint}>
            {[
              t('retention.holds.releases', { count: entity.releases }),
              t('retention.evidence', { count: entity.evidence }),
              entity.since &&
                t('retention.holds.since', { at: dates.day(entity.since) }),
              !entity.inCatalog && t('retention.holds.gone'),
              entity.matches === false && t('retention.holds.matchedOnce'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
