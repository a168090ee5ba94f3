import {
  RiAddLine,
  RiArrowRightLine,
  RiArrowUpLine,
  RiBugLine,
  RiCheckLine,
  RiCloseCircleFill,
  RiSubtractLine,
} from '@remixicon/react';
import { Component, Diff } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { SafeLink, SeverityTag } from '../shared';
import { DiffGroup } from './DiffGroup';
import diffStyles from './diff.module.css';
import styles from './sections.module.css';

function ComponentLine(props: { component: Component }) {
  const { name, version, licence } = props.component;
  return (
    <>
      <span className={styles.name}>{name}</span> {version}
      {licence && <span className={styles.muted}> {licence}</span>}
    </>
  );
}

function FindingLine(props: { finding: Diff['newFindings'][number] }) {
  const { finding } = props;
  return (
    <span className={styles.inline}>
      <SeverityTag severity={finding.severity} score={finding.score} />
      <SafeLink href={finding.url}>{finding.vulnerability}</SafeLink>
      <span>
        {finding.component.name}{' '}
        <span className={styles.muted}>{finding.component.version}</span>
      </span>
    </span>
  );
}

/** What a reviewer looks at first stands first: violations, findings, components. */
export function DiffLists(props: { diff: Diff }) {
  const { diff } = props;
  const { counts } = diff;
  const { t } = useMessages();
  return (
    <div className={diffStyles.groups}>
      <DiffGroup
        title={t('sections.diff.newViolations')}
        icon={<RiCloseCircleFill />}
        tone="danger"
        count={diff.newViolations.length}
        items={diff.newViolations}
        render={fix => (
          <>
            <span className={styles.name}>{fix.title}</span>{' '}
            <span className={styles.muted}>{fix.message}</span>
          </>
        )}
      />
      <DiffGroup
        title={t('sections.diff.fixedViolations')}
        icon={<RiCheckLine />}
        tone="success"
        count={diff.fixedViolations.length}
        items={diff.fixedViolations}
        render={code => <code className={styles.mono}>{code}</code>}
      />
      <DiffGroup
        title={t('sections.diff.newFindings')}
        icon={<RiBugLine />}
        tone="danger"
        count={counts.newFindings}
        items={diff.newFindings}
        render={finding => <FindingLine finding={finding} />}
      />
      <DiffGroup
        title={t('sections.diff.goneFindings')}
        icon={<RiCheckLine />}
        tone="success"
        count={counts.goneFindings}
        items={diff.goneFindings}
        render={finding => <FindingLine finding={finding} />}
      />
      <DiffGroup
        title={t('sections.diff.added')}
        icon={<RiAddLine />}
        tone="info"
        count={counts.added}
        items={diff.added}
        render={component => <ComponentLine component={component} />}
      />
      <DiffGroup
        title={t('sections.diff.removed')}
        icon={<RiSubtractLine />}
        tone="neutral"
        count={counts.removed}
        items={diff.removed}
        render={component => <ComponentLine component={component} />}
      />
      <DiffGroup
        title={t('sections.diff.updated')}
        icon={<RiArrowUpLine />}
        tone="info"
        count={counts.updated}
        items={diff.updated}
        render={({ name, from, to }) => (
          <span className={styles.inline}>
            <span className={styles.name}>{name}</span>
            <span
              className={diffStyles.versions}
              role="group"
              aria-label={t('sections.diff.fromTo', { from, to })}
            >
              <span className={styles.muted}>{from}</span>
              <RiArrowRightLine size={14} aria-hidden />
              <span>{to}</span>
            </span>
          </span>
        )}
      />
    </div>
  );
}
