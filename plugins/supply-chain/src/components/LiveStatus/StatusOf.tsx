import { Link } from '@backstage/ui';
import { useDates } from '../../hooks/useDates';
import { useLiveUpdates } from '../../hooks/useLiveUpdates';
import { useMessages } from '../../hooks/useMessages';
import { usePosture } from '../../hooks/usePosture';
import { useEntityTabPath } from '../shared';
import { verdictLooks } from '../verdict/look';
import { verdictSentence } from '../verdict/verdictSentence';
import { Freshness } from './Freshness';
import { Integrity } from './Integrity';
import styles from './LiveStatus.module.css';
import { DocsSource } from './useSource';

/** Verdict, integrity and freshness in one line; silent where nothing is in scope or may be read. */
export function StatusOf(props: { source: DocsSource }) {
  const { source } = props;
  const { entityRef } = source;
  const { t } = useMessages();
  const dates = useDates();
  const tabPath = useEntityTabPath();
  const query = usePosture({ entityRef });
  useLiveUpdates({ posture: query.value, onChange: query.retry });
  const { value: posture, error } = query;

  if (!posture) {
    // Docs of an entity whose evidence one may not read are still its docs
    if (!error || !source.isCompanion) return null;
    return (
      <p className={styles.status} role="alert">
        {t('docs.status.failed', { reason: error.message })}
      </p>
    );
  }
  if (posture.state === 'not-in-scope') return null;
  const look = verdictLooks[posture.state];
  return (
    <section
      className={styles.status}
      aria-label={t('docs.status.label')}
      aria-live="polite"
    >
      <span className={styles.verdict} data-status={look.status}>
        {look.icon}
        <span>
          <strong>{t('docs.status.now')}</strong>{' '}
          {verdictSentence(posture, { t, dates })}
        </span>
      </span>
      {posture.release && <Integrity posture={posture} />}
      {source.isCompanion && <Freshness source={source} posture={posture} />}
      <Link href={tabPath(entityRef)}>{t('docs.status.open')}</Link>
    </section>
  );
}
