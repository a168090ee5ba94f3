import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import {
  Posture,
  Release,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useEffect, useRef } from 'react';
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
import styles from './Sections.module.css';
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
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Narrow windows show a part of the row; a link may name a tab beyond it. The
    // tabs are drawn after their list, hence not at once.
    const frame = requestAnimationFrame(() => {
      const row = tabs.current;
      const tab = row?.querySelector('[aria-selected="true"]');
      if (!row || !tab) return;
      const seen = row.getBoundingClientRect();
      const { left, right } = tab.getBoundingClientRect();
      if (left < seen.left) row.scrollLeft += left - seen.left;
      if (right > seen.right) row.scrollLeft += right - seen.right;
    });
    return () => cancelAnimationFrame(frame);
  }, [selected]);
  const common = { entityRef: posture.entityRef, release, posture };
  return (
    <Tabs
      selectedKey={selected}
      onSelectionChange={key => {
        const next = sections.find(id => id === key);
        if (next && next !== selected) onSelect(next);
      }}
    >
      <div className={styles.tabs} ref={tabs}>
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
