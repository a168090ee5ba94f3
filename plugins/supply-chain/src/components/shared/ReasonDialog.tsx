import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import { ReactNode, useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { useMessages } from '../../hooks/useMessages';
import styles from './ReasonDialog.module.css';

const SHORTEST = 3;

/** Asks for a reason before something that others will want to understand later. */
export function ReasonDialog(props: {
  title: string;
  hint: string;
  reasonHint: string;
  /** What the button says that does it. */
  action: string;
  destructive?: boolean;
  /** Said above the server's words when it did not work. */
  failed: string;
  /** More fields, above the reason. */
  children?: ReactNode;
  /** Nothing is done while this is true; the fields above say why. */
  isIncomplete?: boolean;
  onAct: (reason: string) => Promise<unknown>;
  onClose: (done: boolean) => void;
}) {
  const { title, hint, reasonHint, action, destructive, failed } = props;
  const { children, isIncomplete, onAct, onClose } = props;
  const { t } = useMessages();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reason.trim().length < SHORTEST;
  const [{ loading, error }, act] = useAsyncFn(async () => {
    setAsked(true);
    if (missing || isIncomplete) return;
    await onAct(reason.trim());
    onClose(true);
  }, [reason, missing, isIncomplete, onAct, onClose]);
  return (
    <Dialog
      isOpen
      width={520}
      onOpenChange={open => {
        if (!open) onClose(false);
      }}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className={styles.stack}>
          <p className={styles.text}>{hint}</p>
          {children}
          <TextAreaField
            label={t('states.reason.label')}
            description={reasonHint}
            value={reason}
            onChange={setReason}
            isRequired
            isInvalid={asked && missing}
            // The dialog asks for little else, and takes the focus anyway.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={!children}
          />
          {asked && missing && (
            <Alert
              role="alert"
              status="warning"
              icon
              title={t('states.reason.needed')}
            />
          )}
          {error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={failed}
              description={error.message}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={() => onClose(false)}>
          {t('states.reason.cancel')}
        </Button>
        <Button
          variant="primary"
          destructive={destructive}
          isPending={loading}
          onPress={act}
        >
          {action}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
