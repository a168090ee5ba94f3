import { Link } from '@backstage/ui';
import { PipelineExplanation } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { useEntityTabPath } from '../shared';
import { Fact } from '../shared/Facts';
import styles from '../shared/page.module.css';

type Grant = Pick<
  PipelineExplanation,
  'entities' | 'kinds' | 'channels' | 'actions' | 'madeAt'
>;

/** What a mapping allows: for which entities, which evidence, and how. */
export function GrantFacts(props: { grant: Grant }) {
  const { entities, kinds, channels, actions, madeAt } = props.grant;
  const { t } = useMessages();
  const list = (words: string[]) => words.join(', ');
  return (
    <>
      <Fact name={t('pipelines.mappings.entities')} wide>
        <ul className={styles.pairs}>
          {entities.map(glob => (
            <li key={glob}>
              <EntityGlob glob={glob} />
            </li>
          ))}
        </ul>
      </Fact>
      <Fact name={t('pipelines.mappings.actions')}>
        {list(actions.map(action => t(`pipelines.mappings.action.${action}`)))}
      </Fact>
      <Fact name={t('pipelines.mappings.kinds')}>
        {kinds
          ? list(kinds.map(kind => t(`states.kind.${kind}`)))
          : t('pipelines.mappings.everyKind')}
      </Fact>
      <Fact name={t('pipelines.mappings.channels')}>
        {list(channels.map(one => t(`pipelines.mappings.channel.${one}`))) ||
          t('pipelines.mappings.noChannel')}
      </Fact>
      <Fact name={t('pipelines.mappings.madeAt')}>
        {madeAt
          ? t('pipelines.mappings.madeAtYes')
          : t('pipelines.mappings.madeAtNo')}
      </Fact>
    </>
  );
}

/** A glob over entity refs; one that names a single entity leads to it. */
function EntityGlob(props: { glob: string }) {
  const { glob } = props;
  const tabPath = useEntityTabPath();
  return /^[a-z]+:[\w.-]+\/[\w.-]+$/i.test(glob) ? (
    <Link href={tabPath(glob)} variant="body-medium" className={styles.mono}>
      {glob}
    </Link>
  ) : (
    <code className={styles.code}>{glob}</code>
  );
}
