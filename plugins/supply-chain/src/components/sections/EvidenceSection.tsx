import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Evidence } from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import { EmptyNote, QueryError } from '../shared';
import { EvidenceCard } from './EvidenceCard';
import evidence from './evidence.module.css';
import { SectionSkeleton } from './SectionSkeleton';
import styles from './sections.module.css';
import { SectionProps, sectionVersion } from './types';
import { WithdrawDialog } from './WithdrawDialog';

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
  if (query.error) {
    return (
      <QueryError
        what={t('sections.evidence.loading')}
        error={query.error}
        onRetry={query.retry}
      />
    );
  }
  if (!query.value) {
    return <SectionSkeleton what={t('sections.evidence.loading')} />;
  }
  const counts = (item: Evidence) => item.current && !item.withdrawn;
  const past = query.value.filter(item => !counts(item));
  const card = (item: Evidence) => (
    <li key={item.id}>
      <EvidenceCard
        releaseKey={key}
        evidence={item}
        onWithdraw={() => setWithdrawing(item)}
      />
    </li>
  );

  return (
    <section
      className={styles.section}
      aria-label={t('sections.evidence.label')}
    >
      {query.value.length === 0 && (
        <EmptyNote title={t('sections.evidence.emptyTitle')}>
          {t('sections.evidence.empty')}
        </EmptyNote>
      )}
      <ul className={evidence.list}>{query.value.filter(counts).map(card)}</ul>
      {past.length > 0 && (
        <>
          <h3 className={styles.heading}>
            {t('sections.evidence.past', { count: past.length })}
          </h3>
          <ul className={evidence.list}>{past.map(card)}</ul>
        </>
      )}
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
