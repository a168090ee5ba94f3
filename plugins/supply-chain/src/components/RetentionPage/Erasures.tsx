import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Skeleton } from '@backstage/ui';
import { erasureRequestPermission } from '@hotpass/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import styles from '../shared/page.module.css';
import { QueryView } from '../shared';
import { Block } from './Block';
import { ErasureItem } from './ErasureItem';
import { RequestErasureDialog } from './RequestErasureDialog';

/** Erasure of personal data: asked for by one person, done by another. */
export function Erasures() {
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const query = useQuery(signal => api.getErasures({ signal }), [api]);
  const [isAsking, setAsking] = useState(false);
  const mayRequest = usePermission({
    permission: erasureRequestPermission,
  }).allowed;
  return (
    <Block
      title={t('retention.erasures.title')}
      lead={t('retention.erasures.lead')}
      action={
        mayRequest && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setAsking(true)}
          >
            {t('retention.erasures.request')}
          </Button>
        )
      }
    >
      <QueryView
        query={query}
        what={t('retention.erasures.loading')}
        placeholder={
          <Skeleton className={styles.skeleton} width="100%" height={80} />
        }
      >
        {erasures =>
          erasures.length === 0 ? (
            <p className={styles.lead}>{t('retention.erasures.none')}</p>
          ) : (
            <ol className={styles.mappings}>
              {erasures.map(erasure => (
                <ErasureItem
                  key={erasure.id}
                  erasure={erasure}
                  onDecided={query.retry}
                />
              ))}
            </ol>
          )
        }
      </QueryView>
      {isAsking && (
        <RequestErasureDialog
          onClose={done => {
            setAsking(false);
            if (done) query.retry();
          }}
        />
      )}
    </Block>
  );
}
