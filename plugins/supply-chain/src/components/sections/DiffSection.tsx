import { useApi } from '@backstage/frontend-plugin-api';
import { Release } from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import { EmptyNote, QueryError, shortVersion } from '../shared';
import { DiffLists } from './DiffLists';
import { SectionSkeleton } from './SectionSkeleton';
import styles from './sections.module.css';
import { SectionProps, sectionVersion } from './types';

/** What differs from another release; a change differs from the newest one. */
export function DiffSection(props: SectionProps & { base: Release }) {
  const { entityRef, release, base } = props;
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const query = useQuery(
    signal =>
      api.getDiff(
        { entityRef, releaseId: release.id },
        { base: base.id },
        { signal },
      ),
    [api, entityRef, release.id, base.id, sectionVersion(props)],
  );
  if (query.error) {
    return (
      <QueryError
        what={t('sections.diff.loading')}
        error={query.error}
        onRetry={query.retry}
      />
    );
  }
  if (!query.value)
    return <SectionSkeleton what={t('sections.diff.loading')} />;
  const { counts, newViolations, fixedViolations, truncated } = query.value;
  const version = shortVersion(base);
  const same =
    counts.added +
      counts.removed +
      counts.updated +
      counts.newFindings +
      counts.goneFindings +
      newViolations.length +
      fixedViolations.length ===
    0;
  return (
    <section
      className={styles.section}
      aria-label={t('sections.diff.label', { version })}
    >
      <p className={`${styles.text} ${styles.muted}`}>
        {release.channel === 'change'
          ? t('sections.diff.sinceChange', { version })
          : t('sections.diff.since', { version })}
        {truncated && ` ${t('sections.diff.truncated')}`}
      </p>
      {same ? (
        <EmptyNote title={t('sections.diff.sameTitle')}>
          {t('sections.diff.same', { version })}
        </EmptyNote>
      ) : (
        <DiffLists diff={query.value} />
      )}
    </section>
  );
}
