import { ReactNode, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Evidence } from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import { EmptyNote } from '../shared';
import { EvidenceCard } from './EvidenceCard';
import { SectionQuery } from './SectionQuery';
import styles from './sections.module.css';
import { SectionProps, sectionVersion } from './types';
import { WithdrawDialog } from './WithdrawDialog';

const counts = (item: Evidence) => item.current && !item.withdrawn;

/** What counts, and below it what counted once. */
function EvidenceList(props: {
  all: Evidence[];
  card: (item: Evidence) => ReactNode;
}) {
  const { all, card } = props;
  const { t } = useMessages();
  const past = all.filter(item => !counts(item));
  const list = (items: Evidence[]) => (
    <ul className={styles.cards}>
      {items.map(item => (
        <li key={item.id}>{card(item)}</li>
      ))}
    </ul>
  );
  return (
    <>
      {all.length === 0 && (
        <EmptyNote title={t('sections.evidence.emptyTitle')}>
          {t('sections.evidence.empty')}
        </EmptyNote>
      )}
      {list(all.filter(counts))}
      {past.length > 0 && (
        <>
          <h3 className={styles.heading}>
            {t('sections.evidence.past', { count: past.length })}
          </h3>
          {list(past)}
        </>
      )}
    </>
  );
}

/** Everything that was kept for a release, what counts first. */
export function EvidenceSection(props: SectionProps) {
  const { entityRef, release } = props;
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const [withdrawing, setWithdrawing] = useState<Evidence>();
  const key = { entityRef, releaseId: release.id };
  const query = useQuery(
    signal => api.getEvidence({ entityRef, releaseId: release.id }, { signal }),
    [api, entityRef, release.id, sectionVersion(props)],
  );
  return (
    <section
      className={styles.section}
      aria-label={t('sections.evidence.label')}
    >
      <SectionQuery query={query} what={t('sections.evidence.loading')}>
        {all => (
          <EvidenceList
            all={all}
            card={item => (
              <EvidenceCard
                releaseKey={key}
                evidence={item}
                all={all}
                mirror={props.posture.mirror}
                version={release.version}
                onWithdraw={() => setWithdrawing(item)}
              />
            )}
          />
        )}
      </SectionQuery>
      {withdrawing && (
        <WithdrawDialog
          releaseKey={key}
          evidence={withdrawing}
          onClose={withdrawn => {
            setWithdrawing(undefined);
            if (withdrawn) query.retry();
          }}
        />
      )}
    </section>
  );
}
