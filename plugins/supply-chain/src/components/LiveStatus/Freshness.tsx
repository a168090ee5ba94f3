import { Button } from '@backstage/ui';
import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { DocsSource } from './useSource';

/** Publishing one site never takes as long; a later time is another publishing. */
const PUBLISHING_MS = 10_000;

/** Whether the page that is open still shows what is known. */
export function Freshness(props: { source: DocsSource; posture: Posture }) {
  const { source, posture } = props;
  const { t } = useMessages();
  const { mirror } = posture;
  if (!mirror) return null;
  if (mirror.state === 'publishing') {
    return <span>{t('docs.status.newer')}</span>;
  }
  // Pages are built before they are recorded as published, never after
  const isOld =
    source.builtAt !== undefined &&
    mirror.publishedAt !== undefined &&
    Date.parse(mirror.publishedAt) - source.builtAt > PUBLISHING_MS;
  if (!isOld) return null;
  return (
    <span>
      {t('docs.status.reload')}{' '}
      <Button
        size="small"
        variant="secondary"
        onPress={() => window.location.reload()}
      >
        {t('docs.status.reloadButton')}
      </Button>
    </span>
  );
}
