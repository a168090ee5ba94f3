import { usePermission } from '@backstage/plugin-permission-react';
import { Alert, Button } from '@backstage/ui';
import {
  HeldTrust as Held,
  trustConfirmPermission,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import { useMessages } from '../../hooks/useMessages';
import { ConfirmTrustDialog } from './ConfirmTrustDialog';
import tab from './EntityTab.module.css';

/** Says that nothing of this component is trusted until somebody confirms what changed. */
export function HeldTrust(props: {
  entityRef: string;
  held: Held;
  onConfirmed: () => void;
}) {
  const { entityRef, held, onConfirmed } = props;
  const { t } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const mayConfirm = usePermission({
    permission: trustConfirmPermission,
    resourceRef: entityRef,
  }).allowed;
  return (
    <>
      <Alert
        role="status"
        status="warning"
        icon
        title={t('tab.held.title')}
        description={
          <>
            <p className={tab.hint}>{held.reason}</p>
            {!mayConfirm && (
              <p className={tab.hint}>{t('tab.held.askOthers')}</p>
            )}
          </>
        }
        customActions={
          mayConfirm && (
            <Button
              size="small"
              variant="secondary"
              onPress={() => setOpen(true)}
            >
              {t('tab.held.look')}
            </Button>
          )
        }
      />
      {isOpen && (
        <ConfirmTrustDialog
          entityRef={entityRef}
          held={held}
          onClose={confirmed => {
            setOpen(false);
            if (confirmed) onConfirmed();
          }}
        />
      )}
    </>
  );
}
