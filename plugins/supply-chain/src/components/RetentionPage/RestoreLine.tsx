import { useApi } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { useQuery } from '../../hooks/useQuery';
import styles from '../shared/page.module.css';

/** Whether a restored backup brought back what was deleted. */
export function RestoreLine() {
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  const api = useApi(retentionApiRef);
  const { value } = useQuery(signal => api.getRestoreCheck({ signal }), [api]);
  if (!value) return null;
  if (value.returned > 0) {
    return (
      <Alert
        role="alert"
        status="danger"
        icon
        title={t('retention.gone.restore')}
        description={t('retention.gone.restoreBack', {
          number: formatNumber(value.returned),
        })}
      />
    );
  }
  return (
    <p className={styles.lead}>
      {t('retention.gone.restore')}: {t('retention.gone.restoreFine')}{' '}
      {value.replayed > 0 &&
        t('retention.gone.replayed', { number: formatNumber(value.replayed) })}
    </p>
  );
}
