import { Skeleton, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useMessages } from '../../hooks/useMessages';
import { usePortalUrl } from '../../hooks/usePortalUrl';
import { CodeLine } from '../copy';
import { pipelineFiles } from './pipelineFiles';
import styles from './start.module.css';

/** A pipeline file with this entity and this portal filled in. */
export function FromPipeline(props: { entityRef: string }) {
  const { t } = useMessages();
  const portalUrl = usePortalUrl();
  if (!portalUrl) return <Skeleton width="100%" height={320} />;
  const files = pipelineFiles({ entityRef: props.entityRef, portalUrl });
  return (
    <div className={styles.stack}>
      <p className={styles.text}>{t('start.ci.lead')}</p>
      <Tabs>
        <TabList aria-label={t('start.ci.label')}>
          {files.map(({ id }) => (
            <Tab key={id} id={id}>
              {t(`start.ci.${id}`)}
            </Tab>
          ))}
        </TabList>
        {files.map(({ id, path, text }) => (
          <TabPanel key={id} id={id} className={styles.panel}>
            {path && (
              <div className={styles.secondary}>
                {t('start.ci.file', { path })}
              </div>
            )}
            <CodeLine
              multiline
              text={text}
              copyLabel={t('tab.copy', { what: t('start.ci.copy') })}
            />
          </TabPanel>
        ))}
      </Tabs>
      <p className={styles.secondary}>{t('start.ci.grant')}</p>
    </div>
  );
}
