import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { useQueryParams } from '../shared';
import { Erasures } from './Erasures';
import { GoesNext } from './GoesNext';
import { Holds } from './Holds';
import { Overview } from './Overview';
import { Reads } from './Reads';
import { Rules } from './Rules';
import { Tombstones } from './Tombstones';

const PARTS = ['overview', 'next', 'holds', 'gone', 'rules', 'reads'] as const;

/** What is kept, until when, under which rule, and what became of the rest. */
export function RetentionView() {
  const { t } = useMessages();
  const { get, set } = useQueryParams('retention.');
  const part = PARTS.find(known => known === get('part')) ?? 'overview';
  return (
    <div className={styles.page}>
      <Tabs
        selectedKey={part}
        onSelectionChange={key => {
          const next = PARTS.find(known => known === key);
          if (next && next !== part) set({ part: next });
        }}
      >
        <TabList aria-label={t('retention.tabs.label')}>
          {PARTS.map(id => (
            <Tab key={id} id={id}>
              {t(`retention.tabs.${id}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="overview">
          <Overview />
        </TabPanel>
        <TabPanel id="next">
          <GoesNext />
        </TabPanel>
        <TabPanel id="holds">
          <Holds />
        </TabPanel>
        <TabPanel id="gone">
          <Tombstones />
          <Erasures />
        </TabPanel>
        <TabPanel id="rules">
          <Rules />
        </TabPanel>
        <TabPanel id="reads">
          <Reads />
        </TabPanel>
      </Tabs>
    </div>
  );
}
