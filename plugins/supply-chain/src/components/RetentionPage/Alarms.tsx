import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Alert, Button } from '@backstage/ui';
import {
  RetentionAlarm,
  retentionConfirmPermission,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { DigestText, ReasonDialog, RelativeTime } from '../shared';
import { Block } from './Block';

/** What stopped a run, or what the scrubber found; nothing where all is well. */
export function Alarms(props: {
  alarms: RetentionAlarm[];
  onConfirmed: () => void;
}) {
  const { alarms, onConfirmed } = props;
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const [chosen, setChosen] = useState<RetentionAlarm>();
  const mayConfirm = usePermission({
    permission: retentionConfirmPermission,
  }).allowed;
  if (alarms.length === 0) return null;
  return (
    <Block title={t('retention.alarms.title')}>
      {alarms.map(alarm => (
        <Alert
          key={alarm.id}
          role="alert"
          status="danger"
          icon
          title={t(`retention.alarms.kind.${alarm.kind}`)}
          description={
            <>
              <p className={styles.text}>{alarm.message}</p>
              <p className={styles.text}>{alarm.remedy}</p>
              <p className={styles.text}>
                {t('retention.alarms.raised')}{' '}
                <RelativeTime at={alarm.raisedAt} />{' '}
                {alarm.digest && <DigestText digest={alarm.digest} />}
              </p>
            </>
          }
          customActions={
            alarm.confirmable &&
            mayConfirm && (
              <Button
                size="small"
                variant="secondary"
                onPress={() => setChosen(alarm)}
              >
                {t('retention.alarms.confirm')}
              </Button>
            )
          }
        />
      ))}
      {chosen && (
        <ReasonDialog
          title={t('retention.alarms.confirmTitle')}
          hint={`${chosen.message} ${t('retention.alarms.confirmHint')}`}
          reasonHint={t('retention.alarms.reasonHint')}
          action={t('retention.alarms.confirm')}
          failed={t('retention.alarms.failed')}
          onAct={reason => api.confirmAlarm(chosen.id, reason)}
          onClose={done => {
            setChosen(undefined);
            if (done) onConfirmed();
          }}
        />
      )}
    </Block>
  );
}
