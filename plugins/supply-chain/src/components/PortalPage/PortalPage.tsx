import {
  Container,
  PluginHeader,
  Tab,
  TabList,
  TabPanel,
  Tabs,
} from '@backstage/ui';
import { RiShieldCheckLine } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import { PipelinesView } from '../PipelinesPage';
import { RetentionView } from '../RetentionPage';
import { useQueryParams } from '../shared';
import { TrustView } from '../TrustPage';
import { HealthView } from './HealthView';
import { ReleasesView } from './ReleasesView';

const VIEWS = [
  'releases',
  'health',
  'pipelines',
  'trust',
  'retention',
] as const;

/**
 * The whole portal page for apps of the legacy frontend system. The new system
 * draws header and tabs itself and mounts the contents as sub-pages.
 */
export function PortalPage() {
  const { t } = useMessages();
  const { get, set } = useQueryParams('');
  const view = VIEWS.find(known => known === get('view')) ?? 'releases';
  return (
    <>
      <PluginHeader icon={<RiShieldCheckLine />} title={t('portal.title')} />
      <Container>
        <Tabs
          selectedKey={view}
          onSelectionChange={key => {
            const next = VIEWS.find(known => known === key);
            if (next && next !== view) set({ view: next });
          }}
        >
          <TabList aria-label={t('portal.tabs')}>
            {VIEWS.map(id => (
              <Tab key={id} id={id}>
                {t(`portal.${id}.title`)}
              </Tab>
            ))}
          </TabList>
          <TabPanel id="releases">
            <ReleasesView />
          </TabPanel>
          <TabPanel id="health">
            <HealthView />
          </TabPanel>
          <TabPanel id="pipelines">
            <PipelinesView />
          </TabPanel>
          <TabPanel id="trust">
            <TrustView />
          </TabPanel>
          <TabPanel id="retention">
            <RetentionView />
          </TabPanel>
        </Tabs>
      </Container>
    </>
  );
}
