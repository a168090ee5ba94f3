import { Alert, Button } from '@backstage/ui';
import { RiLockLine } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import styles from './VerdictAlert.module.css';

/** Why the server gave nothing, as far as its answer tells. */
function reasonOf(error: Error, release: string | undefined) {
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === 403) return 'denied';
  if (status === 404) return release ? 'release' : 'notFound';
  return 'broken';
}

/** How a reason looks: what may not be seen is no fault, and so not coloured. */
const LOOKS = {
  denied: { status: 'info', icon: <RiLockLine aria-hidden /> },
  notFound: { status: 'info', icon: <RiLockLine aria-hidden /> },
  release: { status: 'warning', icon: true },
  broken: { status: 'danger', icon: true },
} as const;

/** Why there is nothing to see: no permission, not there, or broken. */
export function TabError(props: {
  error: Error;
  release?: string;
  onNewest: () => void;
  onRetry: () => void;
}) {
  const { error, release, onNewest, onRetry } = props;
  const { t } = useMessages();
  const reason = reasonOf(error, release);
  const { status, icon } = LOOKS[reason];
  const isRelease = reason === 'release';
  return (
    <Alert
      role="alert"
      status={status}
      icon={icon}
      className={status === 'info' ? styles.quiet : undefined}
      title={t(`tab.error.${reason}Title`)}
      description={
        reason === 'broken' ? error.message : t(`tab.error.${reason}`)
      }
      customActions={
        <Button
          size="small"
          variant="secondary"
          onPress={isRelease ? onNewest : onRetry}
        >
          {isRelease ? t('tab.error.newest') : t('tab.error.retry')}
        </Button>
      }
    />
  );
}
