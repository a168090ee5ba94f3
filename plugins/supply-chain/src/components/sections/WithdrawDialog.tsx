import { useApi } from '@backstage/frontend-plugin-api';
import {
  Evidence,
  ReleaseKey,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { ReasonDialog } from '../shared';
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
  return (
    <ReasonDialog
      title={t('sections.evidence.withdrawTitle', { name })}
      hint={t('sections.evidence.withdrawHint')}
      reasonHint={t('sections.evidence.reasonHint')}
      action={t('sections.evidence.withdraw')}
      destructive
      failed={t('sections.evidence.withdrawFailed')}
      onAct={reason => api.withdrawEvidence(releaseKey, evidence.id, reason)}
      onClose={onClose}
    />
  );
}
