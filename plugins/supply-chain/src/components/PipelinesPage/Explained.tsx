import {
  PipelineExplanation,
  PipelineMappings,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { CheckedMappings } from './CheckedMappings';
import { Claims } from './claims';
import { Fact, Facts } from '../shared/Facts';
import { GrantFacts } from './GrantFacts';
import styles from '../shared/page.module.css';
import { SuggestedMapping } from './SuggestedMapping';

/** Who the pipeline would be, what it may do, and which claims decided. */
export function Explained(props: {
  known: PipelineMappings;
  claims: Claims;
  explanation: PipelineExplanation;
}) {
  const { known, claims, explanation } = props;
  const { principalRef, source, channel, channelReason } = explanation;
  const { t } = useMessages();
  return (
    <>
      <Facts>
        <Fact name={t('pipelines.test.principal')} wide>
          {principalRef ? (
            <code className={styles.code}>{principalRef}</code>
          ) : (
            t('pipelines.test.nobody')
          )}
        </Fact>
        {source && (
          <Fact name={t('pipelines.test.source')} wide>
            {source}
          </Fact>
        )}
        {principalRef && (
          <Fact name={t('pipelines.test.highest')} wide>
            {t(`pipelines.mappings.channel.${channel}`)}
            <div className={styles.muted}>{channelReason}</div>
          </Fact>
        )}
        {explanation.mapping !== undefined && (
          <GrantFacts grant={explanation} />
        )}
      </Facts>
      <CheckedMappings explanation={explanation} />
      {explanation.mapping === undefined && (
        <SuggestedMapping known={known} claims={claims} />
      )}
    </>
  );
}
