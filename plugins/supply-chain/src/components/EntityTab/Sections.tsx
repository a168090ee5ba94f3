import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import {
  Posture,
  Release,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { SECTIONS, Section } from '../../hooks/useTabParams';
import {
  ComponentsSection,
  DiffSection,
  EvidenceSection,
  FindingsSection,
  ProvenanceSection,
  RulesSection,
} from '../sections';
import styles from './EntityTab.module.css';
import { SectionLabel } from './SectionLabel';

const panels = {
  findings: FindingsSection,
  components: ComponentsSection,
  provenance: ProvenanceSection,
  rules: RulesSection,
  evidence: EvidenceSection,
};

/** Everything below the fold, one section at a time, each with its own address. */
export function Sections(props: {
  posture: Posture;
  release: Release;
  section: Section;
  onSelect: (section: Section) => void;
}) {
  const { posture, release, section, onSelect } = props;
  const { t } = useMessages();
  const base = posture.changes?.base;
  const sections = SECTIONS.filter(id => id !== 'diff' || base);
  const selected = sections.includes(section) ? section : 'findings';
  const common = { entityRef: posture.entityRef, release, posture };
  return (
    <Tabs
      selectedKey={selected}
      onSelectionChange={key => {
        const next = sections.find(id => id === key);
        if (next && next !== selected) onSelect(next);
      }}
    >
      <div className={styles.tabs}>
        <TabList aria-label={t('tab.sections.label')}>
          {sections.map(id => (
            <Tab key={id} id={id}>
              <SectionLabel section={id} posture={posture} />
            </Tab>
          ))}
        </TabList>
      </div>
      {sections.map(id => {
        if (id === 'diff') {
          return (
            <TabPanel key={id} id={id} className={styles.panel}>
              {base && <DiffSection {...common} base={base} />}
            </TabPanel>
          );
        }
        const Panel = panels[id];
        return (
          <TabPanel key={id} id={id} className={styles.panel}>
            <Panel {...common} />
          </TabPanel>
        );
      })}
    </Tabs>
  );
}
