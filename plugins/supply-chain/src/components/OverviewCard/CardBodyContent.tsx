import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import { verdictLooks, verdictSentence } from '../verdict';
import styles from './OverviewCard.module.css';

/** The card's two lines, or why there are none. */
export function CardBodyContent(props: { posture?: Posture; error?: Error }) {
  const { posture, error } = props;
  const { t } = useMessages();
  const dates = useDates();
  if (!posture && error) {
    const denied = 'statusCode' in error && error.statusCode === 403;
    return (
      <p role="alert" className={styles.text}>
        {denied ? t('card.denied') : t('card.error')}
      </p>
    );
  }
  if (!posture) {
    return (
      <div className={styles.root}>
        <VisuallyHidden role="status">{t('card.loading')}</VisuallyHidden>
        <Skeleton width="100%" height={24} aria-hidden />
        <Skeleton width="70%" height={20} aria-hidden />
      </div>
    );
  }
  const look = verdictLooks[posture.state];
  const [fix] = posture.fixFirst;
  return (
    <div className={styles.root}>
      <p
        className={styles.verdict}
        data-status={look.quiet ? 'quiet' : look.status}
      >
        <span className={styles.icon}>{look.icon}</span>
        {verdictSentence(posture, { t, dates })}
      </p>
      {fix && (
        <p className={styles.text}>
          <span className={styles.secondary}>{t('card.fixFirst')}: </span>
          {fix.message}
        </p>
      )}
    </div>
  );
}
