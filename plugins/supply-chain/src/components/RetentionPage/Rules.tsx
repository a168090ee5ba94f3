import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import styles from '../shared/page.module.css';
import { QueryView } from '../shared';
import { Block } from './Block';
import { ClassItem } from './ClassItem';
import { PendingItem } from './PendingItem';
import { ProposalItem } from './ProposalItem';

/** Classes in force, what the configuration says differently, and what was proposed. */
export function Rules() {
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const query = useQuery(
    async signal => {
      const [classes, proposals] = await Promise.all([
        api.getClasses({ signal }),
        api.getProposals({ signal }),
      ]);
      return { ...classes, proposals };
    },
    [api],
  );
  return (
    <div className={styles.page}>
      <QueryView
        query={query}
        what={t('retention.rules.loading')}
        placeholder={
          <Skeleton className={styles.skeleton} width="100%" height={220} />
        }
      >
        {({ effective, pending, history, proposals }) => (
          <>
            {pending.length > 0 && (
              <Block
                title={t('retention.rules.pending')}
                lead={t('retention.rules.pendingHint')}
              >
                <ul className={styles.mappings}>
                  {pending.map(change => (
                    <PendingItem
                      key={change.class}
                      change={change}
                      onProposed={query.retry}
                    />
                  ))}
                </ul>
              </Block>
            )}
            <Block
              title={t('retention.rules.title')}
              lead={t('retention.rules.lead')}
            >
              <ul className={styles.mappings}>
                {effective.map(each => (
                  <ClassItem key={each.name} retentionClass={each} />
                ))}
              </ul>
            </Block>
            <Block title={t('retention.rules.proposals')}>
              {proposals.length === 0 ? (
                <p className={styles.lead}>
                  {t('retention.rules.noProposals')}
                </p>
              ) : (
                <ol className={styles.mappings}>
                  {proposals.map(proposal => (
                    <ProposalItem
                      key={proposal.id}
                      proposal={proposal}
                      onDecided={query.retry}
                    />
                  ))}
                </ol>
              )}
            </Block>
            {history.length > 0 && (
              <Block title={t('retention.rules.history')}>
                <ul className={styles.mappings}>
                  {history.map(each => (
                    <ClassItem
                      key={`${each.name} ${each.version}`}
                      retentionClass={each}
                    />
                  ))}
                </ul>
              </Block>
            )}
          </>
        )}
      </QueryView>
    </div>
  );
}
