import {
  Posture,
  Release,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { TabParams } from '../../hooks/useTabParams';
import { OpenInTechDocs } from '../docs';
import { SendEvidenceButton } from '../start';
import { ComparePicker } from './ComparePicker';
import styles from './Toolbar.module.css';
import { OutputDigests } from './OutputDigests';
import { ReleasePicker } from './ReleasePicker';

/** Which release, which bytes, compared with what. */
export function Toolbar(props: {
  posture: Posture;
  releases: Release[];
  setParams: (change: Partial<TabParams>) => void;
  onSent: () => void;
}) {
  const { posture, releases, setParams, onSent } = props;
  const { release } = posture;
  if (!release) return null;
  return (
    <div className={styles.toolbar}>
      <ReleasePicker
        selected={release}
        releases={releases}
        onSelect={({ id, newest }) =>
          // The newest one is not named, so that the tab follows what comes.
          setParams({ release: newest ? undefined : id, compare: undefined })
        }
      />
      <OutputDigests outputs={posture.outputs} />
      <ComparePicker
        release={release}
        base={posture.changes?.base}
        releases={releases}
        onSelect={({ id }) => setParams({ compare: id })}
      />
      <div className={styles.end}>
        {posture.mirror && (
          <OpenInTechDocs mirror={posture.mirror} release={release} />
        )}
        <SendEvidenceButton posture={posture} onSent={onSent} />
      </div>
    </div>
  );
}
