import { PipelineMappings } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiCheckboxCircleFill } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import { StatusWord } from '../shared';
import { ClaimPairs } from './ClaimPairs';
import { PipelineProvider } from './claims';
import { Fact, Facts } from '../shared/Facts';
import { GrantFacts } from './GrantFacts';
import styles from '../shared/page.module.css';

/** One mapping: whose jobs, known by what, may do what. */
export function MappingItem(props: {
  at: number;
  mapping: PipelineMappings['mappings'][number];
  provider?: PipelineProvider;
  counts: boolean;
}) {
  const { at, mapping, provider, counts } = props;
  const { t } = useMessages();
  return (
    <li className={styles.mapping} data-counts={counts}>
      <div className={styles.head}>
        <h3 className={styles.name}>
          {t('pipelines.mappings.name', { number: `${at + 1}` })}
        </h3>
        <code className={styles.where}>
          supplyChain.pipelines.mappings[{at}]
        </code>
        {counts && (
          <StatusWord icon={<RiCheckboxCircleFill />} tone="success" strong>
            {t('pipelines.mappings.counts')}
          </StatusWord>
        )}
      </div>
      <Facts>
        <Fact name={t('pipelines.mappings.claims')} wide>
          <ClaimPairs claims={mapping.claims} />
        </Fact>
        <GrantFacts grant={mapping} />
        <Fact name={t('pipelines.mappings.issuer')} wide>
          {provider && `${t(`pipelines.provider.${provider}`)} `}
          <code className={styles.where}>{mapping.issuer}</code>
        </Fact>
      </Facts>
    </li>
  );
}
