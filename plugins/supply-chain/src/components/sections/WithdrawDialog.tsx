import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import {
  Evidence,
  ReleaseKey,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import styles from './sections.module.css';
import { useEvidenceName } from './useEvidenceName';

/** Withdraws a mistaken upload; a reason is needed. */
export function WithdrawDialog(props: {
  releaseKey: ReleaseKey;
  evidence: Evidence;
  onClose: (withdrawn: boolean) => void;
}) {
  const { releaseKey, evidence, onClose } = props;
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const name = useEvidenceName()(evidence);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [state, setState] = useState<{ busy: boolean; error?: Error }>({
    busy: false,
  });
  const missing = reason.trim() === '';

  const withdraw = async () => {
    setAsked(true);
    if (missing) return;
    setState({ busy: true });
    try {
      await api.withdrawEvidence(releaseKey, evidence.id, reason.trim());
      onClose(true);
    } catch (error) {
      setState({
        busy: false,
        error: error instanceof Error ? error : new Error(String(error)),
      });
    }
  };

  return (
    <Dialog
      isOpen
      onOpenChange={open => {
        if (!open) onClose(false);
      }}
      width={480}
    >
      <DialogHeader>
        {t('sections.evidence.withdrawTitle', { name })}
      </DialogHeader>
      <DialogBody>
        <div className={styles.stack}>
          <p className={styles.text}>{t('sections.evidence.withdrawHint')}</p>
          <TextAreaField
            label={t('sections.evidence.reason')}
            description={t('sections.evidence.reasonHint')}
            value={reason}
            onChange={setReason}
            isRequired
            isInvalid={asked && missing}
            // The dialog asks for nothing else, and takes the focus anyway.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
          />
          {asked && missing && (
            <Alert
              role="alert"
              status="warning"
              icon
              title={t('sections.evidence.reasonNeeded')}
            />
          )}
          {state.error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('sections.evidence.withdrawFailed')}
              description={state.error.message}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={() => onClose(false)}>
          {t('sections.evidence.cancel')}
        </Button>
        <Button
          variant="primary"
          destructive
          isPending={state.busy}
          onPress={withdraw}
        >
          {t('sections.evidence.withdraw')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
