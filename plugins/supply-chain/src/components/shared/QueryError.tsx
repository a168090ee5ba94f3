import { Alert, Button } from '@backstage/ui';
import { useMessages } from '../../hooks/useMessages';

/** What failed, what the server said, and a way to try again. */
export function QueryError(props: {
  what: string;
  error: Error;
  onRetry: () => void;
}) {
  const { t } = useMessages();
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('states.loadFailed', { what: props.what })}
      description={props.error.message}
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('states.retry')}
        </Button>
      }
    />
  );
}
