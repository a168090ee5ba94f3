import { useApi } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import { useState } from 'react';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { ReasonDialog } from '../shared';
import { toDigest } from './toDigest';

/** Which bytes, on which legal basis, and why. */
export function RequestErasureDialog(props: {
  onClose: (done: boolean) => void;
}) {
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const [digest, setDigest] = useState('');
  const [legalBasis, setBasis] = useState('');
  return (
    <ReasonDialog
      title={t('retention.erasures.requestTitle')}
      hint={t('retention.erasures.requestHint')}
      reasonHint={t('retention.erasures.reasonHint')}
      action={t('retention.erasures.request')}
      failed={t('retention.erasures.failed')}
      isIncomplete={!toDigest(digest) || !legalBasis.trim()}
      onAct={reason =>
        api.requestErasure({
          digest: toDigest(digest) ?? '',
          legalBasis: legalBasis.trim(),
          reason,
        })
      }
      onClose={props.onClose}
    >
      <TextField
        isRequired
        label={t('retention.digest')}
        description={t('retention.gone.search')}
        value={digest}
        onChange={setDigest}
        autoComplete="off"
      />
      <TextField
        isRequired
        label={t('retention.erasures.basis')}
        description={t('retention.erasures.basisHint')}
        value={legalBasis}
        onChange={setBasis}
      />
    </ReasonDialog>
  );
}
