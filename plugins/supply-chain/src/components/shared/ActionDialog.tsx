import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { ReactNode } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { useMessages } from '../../hooks/useMessages';
import styles from './ActionDialog.module.css';

/** The frame of every dialog that does one thing, and says so when it did not work. */
export function ActionDialog(props: {
  title: string;
  hint: string;
  /** What the button says that does it. */
  action: string;
  destructive?: boolean;
  isDisabled?: boolean;
  /** Said above the server's words when it did not work. */
  failed: string;
  width?: number;
  children?: ReactNode;
  /** False where something is still to be filled in: then nothing is done. */
  onAct: () => Promise<boolean>;
  onClose: (done: boolean) => void;
}) {
  const { title, hint, action, destructive, isDisabled, failed } = props;
  const { width = 520, children, onAct, onClose } = props;
  const { t } = useMessages();
  const [{ loading, error }, act] = useAsyncFn(async () => {
    if (await onAct()) onClose(true);
  }, [onAct, onClose]);
  return (
    <Dialog
      isOpen
      width={width}
      onOpenChange={open => {
        if (!open) onClose(false);
      }}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className={styles.stack}>
          <p className={styles.text}>{hint}</p>
          {children}
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
          isDisabled={isDisabled}
          isPending={loading}
          onPress={act}
        >
          {action}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
