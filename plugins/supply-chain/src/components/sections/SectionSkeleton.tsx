import { Skeleton } from '@backstage/ui';
import { useMessages } from '../../hooks/useMessages';
import styles from './sections.module.css';

/** Stands where a list of cards will come. */
export function SectionSkeleton(props: { what: string }) {
  const { t } = useMessages();
  return (
    <div
      className={styles.section}
      role="status"
      aria-label={t('states.loading', { what: props.what })}
    >
      <Skeleton className={styles.skeleton} width="45%" height={20} />
      <Skeleton className={styles.skeleton} width="100%" height={108} />
      <Skeleton className={styles.skeleton} width="100%" height={108} />
      <Skeleton className={styles.skeleton} width="100%" height={56} />
    </div>
  );
}
