import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  RetentionProposal,
  retentionApprovePermission,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { refName, RelativeTime } from '../shared';
import { DecideButtons } from './DecideButtons';
import { EvidenceLink } from './EvidenceLink';

/** One proposal with what it would release, and what was decided. */
export function ProposalItem(props: {
  proposal: RetentionProposal;
  onDecided: () => void;
}) {
  const { proposal, onDecided } = props;
  const { id, state, preview, decidedBy } = proposal;
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const mayDecide = usePermission({
    permission: retentionApprovePermission,
  }).allowed;
  const count = (volume: { evidence: number }) =>
    t('retention.evidence', { count: volume.evidence });
  return (
    <li className={styles.mapping}>
      <div className={styles.head}>
        <h3 className={styles.name}>{proposal.class}</h3>
        <strong>{t(`retention.rules.state.${state}`)}</strong>
        {state === 'open' && mayDecide && (
          <DecideButtons
            decisions={[
              {
                action: t('retention.rules.approve'),
                title: t('retention.rules.approveTitle'),
                hint: t('retention.rules.approveHint'),
                destructive: true,
                act: reason => api.approveProposal(id, reason),
              },
              {
                action: t('retention.rules.reject'),
                title: t('retention.rules.rejectTitle'),
                hint: t('retention.rules.rejectHint'),
                act: reason => api.rejectProposal(id, reason),
              },
            ]}
            reasonHint={t('retention.rules.reasonHint')}
            failed={t('retention.rules.failed')}
            onDecided={onDecided}
          />
        )}
      </div>
      {proposal.shortens.map(sentence => (
        <span key={sentence}>{sentence}</span>
      ))}
      {preview && (
        <>
          <span>
            {t('retention.rules.preview', {
              affected: count(preview.affected),
              released: count(preview.released),
            })}
          </span>
          <span className={styles.inline}>
            {preview.entities.map(({ entityRef, released }) => (
              <span key={entityRef}>
                <EvidenceLink entityRef={entityRef} /> ({released})
              </span>
            ))}
          </span>
        </>
      )}
      <span className={styles.muted}>
        {proposal.reason} ·{' '}
        {t('retention.rules.by', { who: refName(proposal.proposedBy.ref) })},{' '}
        <RelativeTime at={proposal.proposedAt} />
        {decidedBy &&
          ` · ${t('retention.erasures.decided', {
            who: refName(decidedBy.ref),
            reason: proposal.decisionReason ?? '',
          })}`}
      </span>
    </li>
  );
}
