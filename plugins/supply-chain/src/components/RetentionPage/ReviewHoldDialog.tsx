import { useApi } from '@backstage/frontend-plugin-api';
import { Hold } from '@hotpass/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { ActionDialog } from '../shared';
import { DayField } from './DayField';
import { endOf, inDays } from './inDays';

/** A hold is still needed; when to ask again. */
export function ReviewHoldDialog(props: {
  hold: Hold;
  onClose: (done: boolean) => void;
}) {
  const { hold, onClose } = props;
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const [day, setDay] = useState(inDays(90));
  const reviewAt = endOf(day);
  return (
    <ActionDialog
      title={t('retention.holds.keepTitle')}
      hint={t('retention.holds.keepHint')}
      action={t('retention.holds.keep')}
      failed={t('retention.erasures.failed')}
      width={420}
      isDisabled={!reviewAt}
      onAct={async () => {
        if (!reviewAt) return false;
        await api.reviewHold(hold.id, reviewAt);
        return true;
      }}
      onClose={onClose}
    >
      <DayField
        label={t('retention.holds.review')}
        value={day}
        onChange={setDay}
      />
    </ActionDialog>
  );
}
