import { useLiveUpdates } from '../../hooks/useLiveUpdates';
import { usePosture } from '../../hooks/usePosture';
import { useReleases } from '../../hooks/useReleases';
import { useTabParams } from '../../hooks/useTabParams';
import { DropTarget, NothingSent } from '../start';
import styles from './EntityTab.module.css';
import { Fold } from './Fold';
import { HeldTrust } from './HeldTrust';
import { Sections } from './Sections';
import { StaleNotice, isPassing } from './StaleNotice';
import { TabError } from './TabError';
import { TabSkeleton } from './TabSkeleton';
import { Toolbar } from './Toolbar';

/** The tab of one entity, kept up to date while it is open. */
export function Posture(props: { entityRef: string }) {
  const { entityRef } = props;
  const { params, setParams } = useTabParams();
  const { release, compare: compareWith } = params;
  const posture = usePosture({ entityRef, release, compareWith });
  const releases = useReleases(entityRef);
  const refresh = () => {
    posture.retry();
    releases.retry();
  };
  const { value, error } = posture;
  useLiveUpdates({ posture: value, onChange: refresh });

  const shown = !release || value?.release?.id === release;
  if (error && !(value && shown && isPassing(error))) {
    return (
      <TabError
        error={error}
        release={release}
        onNewest={() => setParams({ release: undefined, compare: undefined })}
        onRetry={refresh}
      />
    );
  }
  if (!value) return <TabSkeleton />;
  return (
    <DropTarget posture={value} onSent={refresh}>
      <div className={styles.tab} aria-busy={posture.loading}>
        {error && <StaleNotice onRetry={refresh} />}
        <Toolbar
          posture={value}
          releases={releases.value?.items ?? []}
          setParams={setParams}
          onSent={refresh}
        />
        {value.trust?.held && (
          <HeldTrust
            entityRef={entityRef}
            held={value.trust.held}
            onConfirmed={refresh}
          />
        )}
        <Fold posture={value} setParams={setParams} />
        {value.release ? (
          <Sections
            posture={value}
            release={value.release}
            section={params.section}
            onSelect={section => setParams({ section })}
          />
        ) : (
          <NothingSent posture={value} onSent={refresh} />
        )}
      </div>
    </DropTarget>
  );
}
