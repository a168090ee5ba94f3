import { Alert, TextAreaField } from '@backstage/ui';
import { ReactNode, useState } from 'react';
import { useMessages } from '../../hooks/useMessages';
import { ActionDialog } from './ActionDialog';

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
  const { reasonHint, children, isIncomplete, onAct, ...frame } = props;
  const { t } = useMessages();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reason.trim().length < SHORTEST;
  return (
    <ActionDialog
      {...frame}
      onAct={async () => {
        setAsked(true);
        if (missing || isIncomplete) return false;
        await onAct(reason.trim());
        return true;
      }}
    >
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
    </ActionDialog>
  );
}
