import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { retentionApiRef } from '../../api';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import {
  EmptyNote,
  QueryView,
  refName,
  SearchBox,
  useQueryParams,
} from '../shared';
import { Block } from './Block';
import { EvidenceLink } from './EvidenceLink';
import { EvidenceName } from './EvidenceName';
import { MoreButton } from './MoreButton';
import own from './retention.module.css';
import { usePages } from './usePages';

/** Who read or downloaded what within the last year. */
export function Reads() {
  const { t } = useMessages();
  const dates = useDates();
  const api = useApi(retentionApiRef);
  const { get, set } = useQueryParams('retention.');
  const entity = get('entity');
  const { query, loadMore } = usePages(
    (limit, signal) => api.getAccesses({ entity, limit }, { signal }),
    [api, entity],
  );
  return (
    <Block title={t('retention.reads.title')} lead={t('retention.reads.lead')}>
      <div className={own.search}>
        <SearchBox
          label={t('retention.reads.filter')}
          value={entity}
          onChange={value => set({ entity: value || undefined })}
        />
      </div>
      <QueryView
        query={query}
        what={t('retention.reads.loading')}
        placeholder={
          <Skeleton className={styles.skeleton} width="100%" height={160} />
        }
      >
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNote title={t('retention.reads.none')} />
          ) : (
            <>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('retention.reads.who')}</th>
                    <th scope="col">{t('retention.reads.what')}</th>
                    <th scope="col">{t('retention.reads.when')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map(row => (
                    <tr
                      key={[
                        row.action,
                        row.by.ref,
                        row.entityRef,
                        row.releaseId,
                        row.evidenceId,
                        row.firstAt,
                      ].join(' ')}
                    >
                      <th scope="row">
                        {row.by.display ?? refName(row.by.ref)}
                      </th>
                      <td>
                        {t(`retention.reads.action.${row.action}`)}{' '}
                        <EvidenceLink
                          entityRef={row.entityRef}
                          releaseId={row.releaseId}
                          version={row.version}
                        />{' '}
                        <EvidenceName kind={row.kind} fileName={row.fileName} />
                      </td>
                      <td>
                        {dates.moment(row.lastAt)},{' '}
                        {t('retention.reads.times', { count: row.times })}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <MoreButton isPending={query.loading} onMore={loadMore} />
            </>
          )
        }
      </QueryView>
    </Block>
  );
}
