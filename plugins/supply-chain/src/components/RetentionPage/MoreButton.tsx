import { Button } from '@backstage/ui';
import { useMessages } from '../../hooks/useMessages';

/** Below a list that has more. */
export function MoreButton(props: { isPending: boolean; onMore?: () => void }) {
  const { isPending, onMore } = props;
  const { t } = useMessages();
  if (!onMore) return null;
  return (
    <div>
      <Button
        size="small"
        variant="secondary"
        isPending={isPending}
        onPress={onMore}
      >
        {t('retention.more')}
      </Button>
    </div>
  );
}
