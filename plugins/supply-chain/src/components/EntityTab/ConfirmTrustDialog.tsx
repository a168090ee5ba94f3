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
import { HeldTrust } from '@hotpass/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import tab from './EntityTab.module.css';

/** A person says that what changed is right, and why. */
export function ConfirmTrustDialog(props: {
  entityRef: string;
  held: HeldTrust;
  onClose: (confirmed: boolean) => void;
}) {
  const { entityRef, held, onClose } = props;
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const isMissing = reason.trim().length < 3;
  const [{ loading, error }, confirm] = useAsyncFn(async () => {
    setAsked(true);
    if (isMissing) return;
    await api.confirmTrust(entityRef, {
      reason: reason.trim(),
      source: held.now ?? '',
    });
    onClose(true);
  }, [api, entityRef, held, reason, isMissing]);
  return (
    <Dialog
      isOpen
      width={560}
      onOpenChange={open => {
        if (!open) onClose(false);
      }}
    >
      <DialogHeader>{t('tab.held.confirmTitle')}</DialogHeader>
      <DialogBody>
        <p className={tab.hint}>{t('tab.held.confirmHint')}</p>
        <dl>
          <dt>{t('tab.held.before')}</dt>
          <dd>
            <code>{held.before ?? t('tab.held.none')}</code>
          </dd>
          <dt>{t('tab.held.now')}</dt>
          <dd>
            <code>{held.now ?? t('tab.held.none')}</code>
          </dd>
        </dl>
        <TextAreaField
          label={t('sections.evidence.reason')}
          description={t('tab.held.reasonHint')}
          value={reason}
          onChange={setReason}
          isRequired
          isInvalid={asked && isMissing}
        />
        {error && (
          <Alert
            role="alert"
            status="danger"
            icon
            title={t('tab.held.failed')}
            description={error.message}
          />
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={() => onClose(false)}>
          {t('sections.evidence.cancel')}
        </Button>
        <Button variant="primary" isPending={loading} onPress={confirm}>
          {t('tab.held.confirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
