import {
  Release,
  evidenceSubmitPermission,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { usePermission } from '@backstage/plugin-permission-react';
import { useMessages } from '../../hooks/useMessages';
import { useSubmit } from '../../hooks/useSubmit';
import styles from './start.module.css';
import { SubmissionProgress } from './SubmissionProgress';
import { UploadForm } from './UploadForm';

/** A file dropped on the page, sent as the person who dropped it. */
export function FromComputer(props: {
  entityRef: string;
  /** Fills in the version; a change's is made by its pipeline. */
  release?: Release;
  /** What was chosen already. */
  file?: File;
  onSent: () => void;
}) {
  const { entityRef, release, file, onSent } = props;
  const { t } = useMessages();
  const { submission, submit, reset } = useSubmit(entityRef, onSent);
  const permission = usePermission({
    permission: evidenceSubmitPermission,
    resourceRef: entityRef,
  });
  const denied = !permission.loading && !permission.allowed;
  return (
    <div className={styles.stack}>
      <p className={styles.text}>
        {denied ? t('start.drop.denied') : t('start.drop.lead')}
      </p>
      {!denied && submission.step === 'idle' && (
        <UploadForm
          file={file}
          release={release?.channel === 'release' ? release.version : undefined}
          onSubmit={submit}
        />
      )}
      {submission.step !== 'idle' && (
        <SubmissionProgress submission={submission} onReset={reset} />
      )}
    </div>
  );
}
