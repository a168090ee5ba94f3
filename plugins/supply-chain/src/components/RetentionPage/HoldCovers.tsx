import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { Hold } from '@hotpass/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { QueryView } from '../shared';
import page from '../shared/page.module.css';
import { HeldEntities } from './HeldEntities';
import { MoreButton } from './MoreButton';
import { useCoverWords } from './useCoverWords';
import { usePages } from './usePages';

/** How much a hold covers; which entities, once somebody asks. */
export function HoldCovers(props: { hold: Hold }) {
  const { hold } = props;
  const { t } = useMessages();
  const coverWords = useCoverWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={page.others}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>
        {t('retention.holds.covers')} {coverWords(hold.covers)}
      </summary>
      {isOpen && <CoveredEntities holdId={hold.id} />}
    </details>
  );
}

function CoveredEntities(props: { holdId: string }) {
  const { holdId } = props;
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const { query, loadMore } = usePages(
    (limit, signal) => api.getHeldEntities(holdId, { limit }, { signal }),
    [api, holdId],
  );
  return (
    <QueryView
      query={query}
      what={t('retention.holds.entitiesLoading')}
      placeholder={
        <Skeleton className={page.skeleton} width="100%" height={64} />
      }
    >
      {({ items }) => (
        <>
          <HeldEntities entities={items} />
          <MoreButton isPending={query.loading} onMore={loadMore} />
        </>
      )}
    </QueryView>
  );
}
