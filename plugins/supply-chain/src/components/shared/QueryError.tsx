import { Alert, Button } from '@backstage/ui';
import { ResponseError } from '@backstage/errors';
import { useMessages } from '../../hooks/useMessages';

const isDenied = (error: Error) =>
  ResponseError.is(error) && error.statusCode === 403;

/** What failed, what the server said, and a way to try again where that may help. */
export function QueryError(props: {
  what: string;
  error: Error;
  onRetry: () => void;
}) {
  const { t } = useMessages();
  const { what, error } = props;
  if (isDenied(error)) {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('states.mayNotSee', { what })}
        description={t('states.mayNotSeeHint')}
      />
    );
  }
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('states.loadFailed', { what })}
      description={error.message}
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('states.retry')}
        </Button>
      }
    />
  );
}
