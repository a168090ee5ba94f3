import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { TrustPolicyView } from '@hotpass/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import styles from '../shared/page.module.css';
import { QueryView } from '../shared';
import { Adoption } from './Adoption';
import { History } from './History';
import { Lines } from './Lines';
import { Material } from './Material';
import { NobodyTrusted } from './NobodyTrusted';
import { TrustTest } from './TrustTest';

/** Who may vouch for what about whom, and would this document be trusted? */
export function TrustView() {
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const query = useQuery(signal => api.getTrustPolicy({ signal }), [api]);
  return (
    <div className={styles.page}>
      <QueryView
        query={query}
        what={t('trust.loading')}
        placeholder={
          <>
            <Skeleton className={styles.skeleton} width="100%" height={200} />
            <Skeleton className={styles.skeleton} width="100%" height={120} />
          </>
        }
      >
        {policy => <Policy policy={policy} />}
      </QueryView>
    </div>
  );
}

function Policy(props: { policy: TrustPolicyView }) {
  const { policy } = props;
  const [applies, setApplies] = useState<string>();
  return (
    <>
      {policy.lines.length > 0 ? (
        <Lines lines={policy.lines} applies={applies} />
      ) : (
        <NobodyTrusted />
      )}
      <TrustTest onApplies={setApplies} />
      {policy.adoption.length > 0 && <Adoption rules={policy.adoption} />}
      <Material policy={policy} />
      <History policy={policy} />
    </>
  );
}
