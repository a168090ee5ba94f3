import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { EmptyNote, FilterSelect, QueryView, useQueryParams } from '../shared';
import { Block } from './Block';
import { ExpiringItem } from './ExpiringItem';
import { MoreButton } from './MoreButton';
import { usePages } from './usePages';

const DAYS = [30, 90, 365];

/** A preview of deletion: what, when, under which rule, soonest first. */
export function GoesNext() {
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const { get, set } = useQueryParams('retention.');
  const days = DAYS.find(known => String(known) === get('days')) ?? 90;
  const { query, loadMore } = usePages(
    (limit, signal) => api.getExpiring({ days, limit }, { signal }),
    [api, days],
  );
  return (
    <Block title={t('retention.next.title')} lead={t('retention.next.lead')}>
      <div>
        <FilterSelect
          label={t('retention.next.days')}
          value={String(days)}
          allLabel={t('retention.next.daysValue', { count: 90 })}
          onChange={value => set({ days: value })}
          options={DAYS.map(each => ({
            value: String(each),
            label: t('retention.next.daysValue', { count: each }),
          }))}
        />
      </div>
      <QueryView
        query={query}
        what={t('retention.next.loading')}
        placeholder={
          <Skeleton className={styles.skeleton} width="100%" height={220} />
        }
      >
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNote title={t('retention.next.none')} />
          ) : (
            <>
              <ol className={styles.mappings}>
                {items.map(item => (
                  <ExpiringItem key={item.evidenceId} item={item} />
                ))}
              </ol>
              <MoreButton isPending={query.loading} onMore={loadMore} />
            </>
          )
        }
      </QueryView>
    </Block>
  );
}
