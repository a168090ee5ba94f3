import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  RetentionClasses,
  retentionProposePermission,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { DecideButtons } from './DecideButtons';

/** What the configuration says shorter than what is in force. */
export function PendingItem(props: {
  change: RetentionClasses['pending'][number];
  onProposed: () => void;
}) {
  const { change, onProposed } = props;
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const mayPropose = usePermission({
    permission: retentionProposePermission,
  }).allowed;
  return (
    <li className={styles.mapping}>
      <div className={styles.head}>
        <h3 className={styles.name}>{change.class}</h3>
        {change.proposalId && t('retention.rules.proposed')}
        {!change.proposalId && mayPropose && (
          <DecideButtons
            decisions={[
              {
                action: t('retention.rules.propose'),
                title: t('retention.rules.proposeTitle', {
                  name: change.class,
                }),
                hint: change.shortens.join(' '),
                act: reason => api.propose({ class: change.class, reason }),
              },
            ]}
            reasonHint={t('retention.rules.reasonHint')}
            failed={t('retention.rules.failed')}
            onDecided={onProposed}
          />
        )}
      </div>
      {change.shortens.map(sentence => (
        <span key={sentence}>{sentence}</span>
      ))}
    </li>
  );
}
