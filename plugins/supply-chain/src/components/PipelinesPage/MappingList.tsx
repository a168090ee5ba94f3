import { Button } from '@backstage/ui';
import { PipelineMappings } from '@hotpass/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { MappingItem } from './MappingItem';
import styles from '../shared/page.module.css';

const STEP = 20;

/** The mappings in the order in which they are asked. */
export function MappingList(props: {
  known: PipelineMappings;
  /** The one that counts for the claims that were tested. */
  counts?: number;
}) {
  const { mappings, issuers } = props.known;
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  const [wanted, setWanted] = useState(STEP);
  const shown = Math.max(wanted, (props.counts ?? -1) + 1);
  return (
    <section
      className={styles.block}
      aria-label={t('pipelines.mappings.title')}
    >
      <h2 className={styles.title}>{t('pipelines.mappings.title')}</h2>
      <p className={styles.lead}>{t('pipelines.mappings.lead')}</p>
      <ol className={styles.mappings}>
        {mappings.slice(0, shown).map((mapping, at) => (
          <MappingItem
            // eslint-disable-next-line react/no-array-index-key
            key={at}
            at={at}
            mapping={mapping}
            provider={
              issuers.find(one => one.issuer === mapping.issuer)?.provider
            }
            counts={at === props.counts}
          />
        ))}
      </ol>
      {shown < mappings.length && (
        <div className={styles.actions}>
          <Button
            size="small"
            variant="secondary"
            onPress={() => setWanted(shown + STEP)}
          >
            {t('pipelines.mappings.more')}
          </Button>
          <span className={styles.muted}>
            {t('pipelines.mappings.shown', {
              shown: formatNumber(shown),
              total: formatNumber(mappings.length),
            })}
          </span>
        </div>
      )}
    </section>
  );
}
