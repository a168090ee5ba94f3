import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Erasure,
  erasureApprovePermission,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { DigestText, refName, RelativeTime } from '../shared';
import { DecideButtons, Decision } from './DecideButtons';

/** One erasure: who asked on which basis, and what was decided. */
export function ErasureItem(props: {
  erasure: Erasure;
  onDecided: () => void;
}) {
  const { erasure, onDecided } = props;
  const { id, state, decidedBy } = erasure;
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const mayDecide = usePermission({
    permission: erasureApprovePermission,
  }).allowed;
  const reject: Decision = {
    action: t('retention.erasures.reject'),
    title: t('retention.erasures.rejectTitle'),
    hint: t('retention.erasures.rejectHint'),
    act: reason => api.rejectErasure(id, reason),
  };
  const approve: Decision = {
    action: t('retention.erasures.approve'),
    title: t('retention.erasures.approveTitle'),
    hint: t('retention.erasures.approveHint'),
    destructive: true,
    act: reason => api.approveErasure(id, reason),
  };
  return (
    <li className={styles.mapping}>
      <span className={styles.head}>
        <DigestText digest={erasure.digest} />
        <strong>{t(`retention.erasures.state.${state}`)}</strong>
        <span>{t('retention.evidence', { count: erasure.placements })}</span>
        {state === 'open' && mayDecide && (
          <DecideButtons
            decisions={erasure.held ? [reject] : [approve, reject]}
            reasonHint={t('retention.erasures.reasonHint')}
            failed={t('retention.erasures.failed')}
            onDecided={onDecided}
          />
        )}
      </span>
      <span>
        {erasure.legalBasis} · {erasure.reason}
      </span>
      {state === 'open' && erasure.held && (
        <span>{t('retention.erasures.held')}</span>
      )}
      <span className={styles.muted}>
        {t('retention.erasures.asked', {
          who: refName(erasure.requestedBy.ref),
        })}
        , <RelativeTime at={erasure.requestedAt} />
        {decidedBy &&
          ` · ${t('retention.erasures.decided', {
            who: refName(decidedBy.ref),
            reason: erasure.decisionReason ?? '',
          })}`}
      </span>
    </li>
  );
}
