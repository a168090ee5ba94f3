import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { EmptyNote, QueryView, useQueryParams } from '../shared';
import { Block } from './Block';
import { DigestSearch } from './DigestSearch';
import { EvidenceLink } from './EvidenceLink';
import { MoreButton } from './MoreButton';
import { RestoreLine } from './RestoreLine';
import { isDigest, toDigest } from './toDigest';
import { TombstoneItem } from './TombstoneItem';
import { usePages } from './usePages';

/** Was this ever here, and where did it go? */
export function Tombstones() {
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const { get, set } = useQueryParams('retention.');
  const asked = toDigest(get('digest') ?? '');
  const digest = asked !== undefined && isDigest(asked) ? asked : undefined;
  const { query, loadMore } = usePages(
    (limit, signal) => api.getTombstones({ digest, limit }, { signal }),
    [api, digest],
  );
  return (
    <Block title={t('retention.gone.title')} lead={t('retention.gone.lead')}>
      <DigestSearch digest={asked} onSearch={next => set({ digest: next })} />
      <QueryView
        query={query}
        what={t('retention.gone.loading')}
        placeholder={
          <Skeleton className={styles.skeleton} width="100%" height={120} />
        }
      >
        {({ items, present }) => (
          <>
            {present.length > 0 && (
              <p className={styles.text} role="status">
                {t('retention.gone.present')}{' '}
                {present.map(place => (
                  <span key={place.evidenceId}>
                    <EvidenceLink {...place} />{' '}
                  </span>
                ))}
              </p>
            )}
            {items.length === 0 ? (
              <EmptyNote
                title={t(`retention.gone.${digest ? 'none' : 'nothing'}`)}
              />
            ) : (
              <ol className={styles.mappings}>
                {items.map(item => (
                  <TombstoneItem key={item.id} tombstone={item} />
                ))}
              </ol>
            )}
            <MoreButton isPending={query.loading} onMore={loadMore} />
          </>
        )}
      </QueryView>
      <RestoreLine />
    </Block>
  );
}
