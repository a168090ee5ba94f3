import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Skeleton } from '@backstage/ui';
import {
  Hold,
  holdPlacePermission,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import styles from '../shared/page.module.css';
import { EmptyNote, QueryView } from '../shared';
import { Block } from './Block';
import { HoldItem } from './HoldItem';
import { PlaceHoldDialog } from './PlaceHoldDialog';

/** Holds in force first, then the ones that were lifted. */
export function Holds() {
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const query = useQuery(signal => api.getHolds({}, { signal }), [api]);
  const [isPlacing, setPlacing] = useState(false);
  const mayPlace = usePermission({ permission: holdPlacePermission }).allowed;
  return (
    <Block
      title={t('retention.holds.title')}
      lead={t('retention.holds.lead')}
      action={
        mayPlace && (
          <Button
            size="small"
            variant="primary"
            onPress={() => setPlacing(true)}
          >
            {t('retention.holds.place')}
          </Button>
        )
      }
    >
      <QueryView
        query={query}
        what={t('retention.holds.loading')}
        placeholder={
          <Skeleton className={styles.skeleton} width="100%" height={160} />
        }
      >
        {holds => <HoldList holds={holds} onChanged={query.retry} />}
      </QueryView>
      {isPlacing && (
        <PlaceHoldDialog
          onClose={done => {
            setPlacing(false);
            if (done) query.retry();
          }}
        />
      )}
    </Block>
  );
}

function HoldList(props: { holds: Hold[]; onChanged: () => void }) {
  const { holds, onChanged } = props;
  const { t } = useMessages();
  const inForce = holds.filter(({ liftedAt }) => !liftedAt);
  const lifted = holds.filter(({ liftedAt }) => liftedAt);
  return (
    <>
      {inForce.length === 0 ? (
        <EmptyNote title={t('retention.holds.none')} />
      ) : (
        <ul className={styles.mappings} aria-label={t('retention.holds.title')}>
          {inForce.map(hold => (
            <HoldItem key={hold.id} hold={hold} onChanged={onChanged} />
          ))}
        </ul>
      )}
      {lifted.length > 0 && (
        <details className={styles.others}>
          <summary>{t('retention.holds.lifted')}</summary>
          <ul className={styles.mappings}>
            {lifted.map(hold => (
              <HoldItem key={hold.id} hold={hold} onChanged={onChanged} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
