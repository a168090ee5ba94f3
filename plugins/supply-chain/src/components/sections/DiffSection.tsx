import { useApi } from '@backstage/frontend-plugin-api';
import { Diff, Release } from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import { EmptyNote, shortVersion } from '../shared';
import { DiffLists } from './DiffLists';
import { SectionQuery } from './SectionQuery';
import styles from './sections.module.css';
import { SectionProps, sectionVersion } from './types';

function Differences(props: { diff: Diff; release: Release; base: Release }) {
  const { diff, release, base } = props;
  const { t } = useMessages();
  const { counts, newViolations, fixedViolations, truncated } = diff;
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
        <DiffLists diff={diff} />
      )}
    </section>
  );
}

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
  return (
    <SectionQuery query={query} what={t('sections.diff.loading')}>
      {diff => <Differences diff={diff} release={release} base={base} />}
    </SectionQuery>
  );
}
