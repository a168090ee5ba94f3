import { Skeleton, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { PipelineMappings } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { usePortalUrl } from '../../hooks/usePortalUrl';
import { CodeLine } from '../copy';
import { EmptyNote } from '../shared';
import { firstMappingYaml } from './mappingYaml';
import styles from '../shared/page.module.css';

const PROVIDERS = ['github', 'gitlab'] as const;

/** No mapping yet: the config that a first one takes, with this portal filled in. */
export function FirstMapping(props: { known: PipelineMappings }) {
  const { t } = useMessages();
  const portalUrl = usePortalUrl();
  const audience = props.known.audience ?? portalUrl;
  return (
    <section
      className={styles.block}
      aria-label={t('pipelines.mappings.title')}
    >
      <EmptyNote title={t('pipelines.empty.title')}>
        {t('pipelines.empty.text')}
      </EmptyNote>
      {audience === undefined ? (
        <Skeleton className={styles.skeleton} width="100%" height={220} />
      ) : (
        <Tabs>
          <TabList aria-label={t('pipelines.empty.label')}>
            {PROVIDERS.map(id => (
              <Tab key={id} id={id}>
                {t(`pipelines.provider.${id}`)}
              </Tab>
            ))}
          </TabList>
          {PROVIDERS.map(id => (
            <TabPanel key={id} id={id} className={styles.panel}>
              <CodeLine
                multiline
                text={firstMappingYaml(id, audience)}
                copyLabel={t('tab.copy', { what: t('pipelines.empty.copy') })}
              />
            </TabPanel>
          ))}
        </Tabs>
      )}
    </section>
  );
}
