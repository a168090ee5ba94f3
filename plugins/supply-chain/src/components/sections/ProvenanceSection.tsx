import { useApi } from '@backstage/frontend-plugin-api';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import { EmptyNote, QueryError } from '../shared';
import { ProvenanceCard } from './ProvenanceCard';
import { SectionSkeleton } from './SectionSkeleton';
import styles from './sections.module.css';
import { SectionProps, sectionVersion } from './types';

/** How the release was built, and who says so. */
export function ProvenanceSection(props: SectionProps) {
  const { entityRef, release } = props;
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const query = useQuery(
    signal =>
      api.getProvenance({ entityRef, releaseId: release.id }, { signal }),
    [api, entityRef, release.id, sectionVersion(props)],
  );
  if (query.error) {
    return (
      <QueryError
        what={t('sections.provenance.loading')}
        error={query.error}
        onRetry={query.retry}
      />
    );
  }
  if (!query.value) {
    return <SectionSkeleton what={t('sections.provenance.loading')} />;
  }
  if (query.value.length === 0) {
    return (
      <EmptyNote title={t('sections.provenance.emptyTitle')}>
        {t('sections.provenance.empty')}
      </EmptyNote>
    );
  }
  return (
    <section
      className={styles.section}
      aria-label={t('sections.provenance.label')}
    >
      {query.value.map((provenance, index) => (
        <ProvenanceCard
          key={provenance.evidenceId}
          provenance={provenance}
          number={index + 1}
        />
      ))}
    </section>
  );
}
