import { useApi } from '@backstage/frontend-plugin-api';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import { EmptyNote } from '../shared';
import { BuildLevels } from './BuildLevels';
import { ProvenanceCard } from './ProvenanceCard';
import { SectionQuery } from './SectionQuery';
import styles from './sections.module.css';
import { SectionProps, sectionVersion } from './types';

/** How the release was built, and who says so. */
export function ProvenanceSection(props: SectionProps) {
  const { entityRef, release, posture } = props;
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const query = useQuery(
    signal =>
      api.getProvenance({ entityRef, releaseId: release.id }, { signal }),
    [api, entityRef, release.id, sectionVersion(props)],
  );
  return (
    <SectionQuery query={query} what={t('sections.provenance.loading')}>
      {statements =>
        statements.length === 0 ? (
          <EmptyNote title={t('sections.provenance.emptyTitle')}>
            {t('sections.provenance.empty')}
          </EmptyNote>
        ) : (
          <section
            className={styles.section}
            aria-label={t('sections.provenance.label')}
          >
            {posture.trust && <BuildLevels trust={posture.trust} />}
            {statements.map((provenance, index) => (
              <ProvenanceCard
                key={provenance.evidenceId}
                provenance={provenance}
                number={index + 1}
              />
            ))}
          </section>
        )
      }
    </SectionQuery>
  );
}
