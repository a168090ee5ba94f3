import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { TrustLine } from '@hotpass/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import styles from '../shared/page.module.css';
import { QueryView } from '../shared';
import { DependentItem } from './DependentItem';

const STEP = 20;

/** What relies on a line now; asked for when somebody wants to know. */
export function Dependents(props: { line: TrustLine }) {
  const { line } = props;
  const { t } = useMessages();
  const [isOpen, setOpen] = useState(false);
  if (line.dependents === 0) {
    return <p className={styles.lead}>{t('trust.dependents.none')}</p>;
  }
  return (
    <details
      className={styles.others}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>
        {t('trust.dependents.title', { count: line.dependents })}
      </summary>
      {isOpen && <DependentList lineId={line.id} />}
    </details>
  );
}

function DependentList(props: { lineId: string }) {
  const { lineId } = props;
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const [limit, setLimit] = useState(STEP);
  const query = useQuery(
    signal => api.getTrustDependents(lineId, { limit }, { signal }),
    [api, lineId, limit],
  );
  return (
    <div className={styles.panel}>
      <QueryView
        query={query}
        what={t('trust.dependents.loading')}
        placeholder={<p role="status">{t('trust.dependents.asking')}</p>}
      >
        {({ items, nextCursor }) => (
          <>
            <ul className={styles.issuers}>
              {items.map(item => (
                <DependentItem key={item.evidenceId} item={item} />
              ))}
            </ul>
            {nextCursor && limit < 500 && (
              <Button
                size="small"
                variant="secondary"
                isPending={query.loading}
                onPress={() => setLimit(Math.min(limit * 5, 500))}
              >
                {t('trust.dependents.more')}
              </Button>
            )}
          </>
        )}
      </QueryView>
    </div>
  );
}
