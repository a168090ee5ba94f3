import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { PipelineMappings } from '@hotpass/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import { QueryView } from '../shared';
import { ClaimsTest } from './ClaimsTest';
import { FirstMapping } from './FirstMapping';
import { Issuers } from './Issuers';
import { MappingList } from './MappingList';
import styles from '../shared/page.module.css';

/** What may this job do, and by which line? */
export function PipelinesView() {
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const query = useQuery(signal => api.getPipelineMappings({ signal }), [api]);
  return (
    <div className={styles.page}>
      <QueryView
        query={query}
        what={t('pipelines.loading')}
        placeholder={
          <>
            <Skeleton className={styles.skeleton} width="100%" height={96} />
            <Skeleton className={styles.skeleton} width="100%" height={200} />
          </>
        }
      >
        {known => <Known known={known} />}
      </QueryView>
    </div>
  );
}

function Known(props: { known: PipelineMappings }) {
  const { known } = props;
  const [counts, setCounts] = useState<number>();
  return (
    <>
      {known.issuers.length > 0 && <Issuers known={known} />}
      {known.mappings.length > 0 ? (
        <MappingList known={known} counts={counts} />
      ) : (
        <FirstMapping known={known} />
      )}
      <ClaimsTest known={known} onCounts={setCounts} />
    </>
  );
}
