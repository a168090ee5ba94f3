import { Alert, Button } from '@backstage/ui';
import { ResponseErrorPanel } from '@backstage/core-components';
import { RiLockLine } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import styles from './EntityTab.module.css';

/** Why there is nothing to see: no permission, not there, or broken. */
export function TabError(props: {
  error: Error;
  release?: string;
  onNewest: () => void;
  onRetry: () => void;
}) {
  const { error, release, onNewest, onRetry } = props;
  const { t } = useMessages();
  const status = 'statusCode' in error ? error.statusCode : undefined;
  const retry = (
    <Button size="small" variant="secondary" onPress={onRetry}>
      {t('tab.error.retry')}
    </Button>
  );
  if (status === 403) {
    return (
      <Alert
        role="alert"
        status="info"
        className={styles.quiet}
        icon={<RiLockLine aria-hidden />}
        title={t('tab.error.deniedTitle')}
        description={t('tab.error.denied')}
        customActions={retry}
      />
    );
  }
  if (status === 404 && release) {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('tab.error.releaseTitle')}
        description={t('tab.error.releaseText')}
        customActions={
          <Button size="small" variant="secondary" onPress={onNewest}>
            {t('tab.error.newest')}
          </Button>
        }
      />
    );
  }
  if (status === 404) {
    return (
      <Alert
        role="alert"
        status="info"
        className={styles.quiet}
        icon={<RiLockLine aria-hidden />}
        title={t('tab.error.notFoundTitle')}
        description={t('tab.error.notFound')}
        customActions={retry}
      />
    );
  }
  return (
    <div className={styles.tab}>
      <ResponseErrorPanel title={t('tab.error.title')} error={error} />
      <div>{retry}</div>
    </div>
  );
}
