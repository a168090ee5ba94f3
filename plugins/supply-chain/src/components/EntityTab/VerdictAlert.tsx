import { Alert, Button, VisuallyHidden } from '@backstage/ui';
import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { useCopy } from '../copy';
import { verdictLooks, verdictSentence } from '../verdict';
import tab from './EntityTab.module.css';
import styles from './VerdictAlert.module.css';
import { tabLink } from './tabLink';

/** The verdict in one sentence, when it was reached and by which policy. */
export function VerdictAlert(props: { posture: Posture; onWhy: () => void }) {
  const { posture, onWhy } = props;
  const { state, decision, release, judging } = posture;
  const { t } = useMessages();
  const dates = useDates();
  const { formatNumber } = useNumbers();
  const link = useCopy(tabLink(release?.id));
  const look = verdictLooks[state];
  const sentence = verdictSentence(posture, { t, dates });
  return (
    <>
      <VisuallyHidden role="status">{sentence}</VisuallyHidden>
      <Alert
        status={look.status}
        icon={look.icon}
        isPending={judging}
        className={look.quiet ? styles.quiet : styles.verdict}
        title={<h2 className={styles.sentence}>{sentence}</h2>}
        description={
          decision && (
            <>
              {state === 'could-not-judge' && (
                <p className={tab.hint}>{t('verdict.couldNotJudgeHint')}</p>
              )}
              {judging && <strong>{t('verdict.judging')} </strong>}
              {t('verdict.judged', {
                at: dates.moment(decision.judgedAt),
              })}{' '}
              <code>{decision.collection}</code>{' '}
              <span title={decision.policyDigest}>
                ({shortDigest(decision.policyDigest)})
              </span>
              {decision.counts.notJudged > 0 && (
                <>
                  {' · '}
                  {t('verdict.notJudged', {
                    number: formatNumber(decision.counts.notJudged),
                  })}
                </>
              )}
            </>
          )
        }
        customActions={
          release && (
            <div className={styles.actions}>
              {decision && (
                <Button size="small" variant="secondary" onPress={onWhy}>
                  {t('tab.why')}
                </Button>
              )}
              <Button size="small" variant="tertiary" onPress={link.copy}>
                {link.copied ? t('tab.copied') : t('tab.copyLink')}
              </Button>
            </div>
          )
        }
      />
    </>
  );
}

function shortDigest(digest: string) {
  return `${digest.slice(digest.indexOf(':') + 1).slice(0, 4)}…`;
}
