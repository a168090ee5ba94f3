import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import {
  Hold,
  holdLiftPermission,
  holdPlacePermission,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { RiAlarmWarningLine } from '@remixicon/react';
import { useState } from 'react';
import { retentionApiRef } from '../../api';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { refName, RelativeTime, StatusWord } from '../shared';
import { DecideButtons } from './DecideButtons';
import { HoldCovers } from './HoldCovers';
import { ReviewHoldDialog } from './ReviewHoldDialog';
import { useTargetWords } from './useTargetWords';

/** One hold: on what, why, by whom, and when it is looked at again. */
export function HoldItem(props: { hold: Hold; onChanged: () => void }) {
  const { hold, onChanged } = props;
  const { t } = useMessages();
  const dates = useDates();
  const targetWords = useTargetWords();
  const api = useApi(retentionApiRef);
  const [isReviewing, setReviewing] = useState(false);
  const mayLift = usePermission({ permission: holdLiftPermission }).allowed;
  const mayPlace = usePermission({ permission: holdPlacePermission }).allowed;
  const { liftedBy } = hold;
  return (
    <li className={styles.mapping}>
      <div className={styles.head}>
        <h3 className={styles.name}>{targetWords(hold)}</h3>
        {hold.reviewDue && !liftedBy && (
          <StatusWord icon={<RiAlarmWarningLine />} tone="warning" strong>
            {t('retention.holds.due')}
          </StatusWord>
        )}
        {!liftedBy && mayPlace && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setReviewing(true)}
          >
            {t('retention.holds.keep')}
          </Button>
        )}
        {!liftedBy && mayLift && (
          <DecideButtons
            decisions={[
              {
                action: t('retention.holds.lift'),
                title: t('retention.holds.liftTitle'),
                hint: t('retention.holds.liftHint'),
                destructive: true,
                act: reason => api.liftHold(hold.id, reason),
              },
            ]}
            reasonHint={t('retention.erasures.reasonHint')}
            failed={t('retention.holds.liftFailed')}
            onDecided={onChanged}
          />
        )}
      </div>
      <span className={styles.wrap}>
        {hold.reason} ({hold.reference})
      </span>
      <span className={styles.muted}>
        {t('retention.holds.by', { who: refName(hold.placedBy.ref) })}{' '}
        <RelativeTime at={hold.placedAt} />
        {' · '}
        {liftedBy
          ? t('retention.holds.liftedBy', {
              who: refName(liftedBy.ref),
              reason: hold.liftReason ?? '',
            })
          : t('retention.holds.reviewAt', { at: dates.day(hold.reviewAt) })}
      </span>
      {!liftedBy && <HoldCovers hold={hold} />}
      {isReviewing && (
        <ReviewHoldDialog
          hold={hold}
          onClose={done => {
            setReviewing(false);
            if (done) onChanged();
          }}
        />
      )}
    </li>
  );
}
