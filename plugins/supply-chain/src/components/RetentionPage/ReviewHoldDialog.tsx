import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { Hold } from '@hotpass/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
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
  const [{ loading, error }, review] = useAsyncFn(async () => {
    if (!reviewAt) return;
    await api.reviewHold(hold.id, reviewAt);
    onClose(true);
  }, [api, hold.id, reviewAt, onClose]);
  return (
    <Dialog
      isOpen
      width={420}
      onOpenChange={open => {
        if (!open) onClose(false);
      }}
    >
      <DialogHeader>{t('retention.holds.keepTitle')}</DialogHeader>
      <DialogBody>
        <p>{t('retention.holds.keepHint')}</p>
        <DayField
          label={t('retention.holds.review')}
          value={day}
          onChange={setDay}
        />
        {error && (
          <Alert
            role="alert"
            status="danger"
            icon
            title={t('retention.erasures.failed')}
            description={error.message}
          />
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={() => onClose(false)}>
          {t('states.reason.cancel')}
        </Button>
        <Button
          variant="primary"
          isDisabled={!reviewAt}
          isPending={loading}
          onPress={review}
        >
          {t('retention.holds.keep')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
