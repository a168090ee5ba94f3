import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Skeleton, TextField } from '@backstage/ui';
import { FormEvent, useState } from 'react';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { EmptyNote, QueryView, useQueryParams } from '../shared';
import { Block } from './Block';
import { EvidenceLink } from './EvidenceLink';
import { MoreButton } from './MoreButton';
import { RestoreLine } from './RestoreLine';
import retention from './retention.module.css';
import { TombstoneItem } from './TombstoneItem';
import { usePages } from './usePages';

/** People paste digests with and without the algorithm in front. */
export function toDigest(text: string): string | undefined {
  const hex = text
    .trim()
    .toLowerCase()
    .replace(/^sha256:/, '');
  return hex === '' ? undefined : `sha256:${hex}`;
}

/** Was this ever here, and where did it go? */
export function Tombstones() {
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const { get, set } = useQueryParams('retention.');
  const digest = get('digest');
  const [text, setText] = useState(digest ?? '');
  const { query, loadMore } = usePages(
    (limit, signal) => api.getTombstones({ digest, limit }, { signal }),
    [api, digest],
  );
  const search = (event: FormEvent) => {
    event.preventDefault();
    set({ digest: toDigest(text) });
  };
  return (
    <Block title={t('retention.gone.title')} lead={t('retention.gone.lead')}>
      <form className={retention.search} onSubmit={search}>
        <TextField
          size="small"
          label={t('retention.gone.search')}
          value={text}
          onChange={setText}
          autoComplete="off"
          spellCheck="false"
        />
        <Button type="submit" size="small" variant="primary">
          {t('retention.gone.submit')}
        </Button>
      </form>
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
              <EmptyNote title={t('retention.gone.none')} />
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
