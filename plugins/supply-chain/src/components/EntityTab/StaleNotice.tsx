import { Alert, Button } from '@backstage/ui';
import { useMessages } from '../../hooks/useMessages';

/** Whether an error is likely to pass by itself: no answer, or a server in trouble. */
export function isPassing(error: Error): boolean {
  const status = 'statusCode' in error ? Number(error.statusCode) : undefined;
  return status === undefined || status === 429 || status >= 500;
}

/** Says that what is shown is older than the last try. */
export function StaleNotice(props: { onRetry: () => void }) {
  const { t } = useMessages();
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={t('tab.error.stale')}
      customActions={
        <Button size="small" variant="tertiary" onPress={props.onRetry}>
          {t('tab.error.retry')}
        </Button>
      }
    />
  );
}
