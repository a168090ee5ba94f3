import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { EmptyNote, QueryView } from '../shared';
import { Block } from './Block';
import { DeadReferenceItem } from './DeadReferenceItem';
import { DocsLooked } from './DocsLooked';
import { MoreButton } from './MoreButton';
import { usePages } from './usePages';

/** Links to evidence in the catalog's own docs that lead nowhere any more. */
export function DeadReferences() {
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const { query, loadMore } = usePages(
    (limit, signal) => api.getDeadReferences({ limit }, { signal }),
    [api],
  );
  return (
    <Block
      title={t('retention.references.title')}
      lead={t('retention.references.lead')}
    >
      <QueryView
        query={query}
        what={t('retention.references.loading')}
        placeholder={
          <Skeleton className={styles.skeleton} width="100%" height={120} />
        }
      >
        {({ items, docs }) => (
          <>
            {items.length > 0 && (
              <ol
                className={styles.mappings}
                aria-label={t('retention.references.title')}
              >
                {items.map(item => (
                  <DeadReferenceItem
                    key={[
                      item.docsEntityRef,
                      item.file,
                      ...Object.values(item.reference),
                    ].join(' ')}
                    dead={item}
                  />
                ))}
              </ol>
            )}
            {items.length === 0 && docs.checkedAt && (
              <EmptyNote title={t('retention.references.none')} />
            )}
            <MoreButton isPending={query.loading} onMore={loadMore} />
            <DocsLooked docs={docs} />
          </>
        )}
      </QueryView>
    </Block>
  );
}
