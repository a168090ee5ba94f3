import { useApi } from '@backstage/frontend-plugin-api';
import { HeldTrust } from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { ReasonDialog } from '../shared';

/** A person says that what changed is right, and why. */
export function ConfirmTrustDialog(props: {
  entityRef: string;
  held: HeldTrust;
  onClose: (confirmed: boolean) => void;
}) {
  const { entityRef, held, onClose } = props;
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  return (
    <ReasonDialog
      title={t('tab.held.confirmTitle')}
      hint={t('tab.held.confirmHint')}
      reasonHint={t('tab.held.reasonHint')}
      action={t('tab.held.confirm')}
      failed={t('tab.held.failed')}
      onAct={reason =>
        api.confirmTrust(entityRef, { reason, source: held.now ?? '' })
      }
      onClose={onClose}
    >
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
    </ReasonDialog>
  );
}
