import { useMessages } from '../../hooks/useMessages';
import styles from './NewTag.module.css';

/** NEW: not in the release it is compared with. */
export function NewTag() {
  const { t } = useMessages();
  return (
    <span className={styles.root} title={t('states.newHint')}>
      {t('states.new')}
    </span>
  );
}
