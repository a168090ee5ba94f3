import {
  RiAlertLine,
  RiCheckLine,
  RiProhibitedLine,
  RiRecordCircleLine,
  RiSearchEyeLine,
} from '@remixicon/react';
import {
  Finding,
  Severity,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { ReactElement } from 'react';
import { useMessages } from '../../hooks/useMessages';
import {
  DataColumn,
  NewTag,
  RelativeTime,
  SafeLink,
  SeverityTag,
  StatusWord,
  Tone,
} from '../shared';
import styles from './sections.module.css';

/** Severities, worst first. */
export const SEVERITIES: Severity[] = [
  'critical',
  'high',
  'medium',
  'low',
  'none',
  'unknown',
];

/** Statuses, the ones that need work first. */
export const STATUSES: Finding['status'][] = [
  'open',
  'affected',
  'under_investigation',
  'not_affected',
  'fixed',
];

const STATUS_LOOK: Record<
  Finding['status'],
  { icon: ReactElement; tone: Tone }
> = {
  open: { icon: <RiRecordCircleLine />, tone: 'danger' },
  affected: { icon: <RiAlertLine />, tone: 'danger' },
  under_investigation: { icon: <RiSearchEyeLine />, tone: 'warning' },
  not_affected: { icon: <RiProhibitedLine />, tone: 'neutral' },
  fixed: { icon: <RiCheckLine />, tone: 'success' },
};

/** The vulnerability with what makes it stand out. */
function Vulnerability(props: { finding: Finding }) {
  const { finding } = props;
  const { t } = useMessages();
  return (
    <span className={styles.inline}>
      <SafeLink href={finding.url}>{finding.vulnerability}</SafeLink>
      {finding.isNew && <NewTag />}
      {finding.knownExploited && (
        <StatusWord
          icon={<RiAlertLine />}
          tone="danger"
          title={t('sections.findings.knownExploitedHint')}
        >
          {t('sections.findings.knownExploited')}
        </StatusWord>
      )}
    </span>
  );
}

/** Columns of the findings table. */
export function useFindingColumns(): DataColumn<Finding>[] {
  const { t } = useMessages();
  return [
    {
      id: 'severity',
      label: t('sections.findings.severity'),
      sortable: true,
      width: '130px',
      cell: ({ severity, score }) => (
        <SeverityTag severity={severity} score={score} />
      ),
    },
    {
      id: 'vulnerability',
      label: t('sections.findings.vulnerability'),
      sortable: true,
      rowHeader: true,
      cell: finding => <Vulnerability finding={finding} />,
    },
    {
      id: 'component',
      label: t('sections.findings.component'),
      sortable: true,
      cell: ({ component }) => (
        <>
          {component.name}{' '}
          <span className={styles.muted}>{component.version}</span>
        </>
      ),
    },
    {
      id: 'fixedIn',
      label: t('sections.findings.fixedIn'),
      cell: ({ fixedIn }) =>
        fixedIn.length > 0 ? (
          fixedIn.join(', ')
        ) : (
          <span className={styles.muted}>{t('sections.findings.noFix')}</span>
        ),
    },
    {
      id: 'status',
      label: t('sections.findings.status'),
      cell: ({ status }) => (
        <StatusWord {...STATUS_LOOK[status]}>
          {t(`sections.findings.statusWord.${status}`)}
        </StatusWord>
      ),
    },
    {
      id: 'sources',
      label: t('sections.findings.sources'),
      cell: ({ sources }) =>
        [...new Set(sources.map(source => source.tool))].join(', '),
    },
    {
      id: 'firstSeenAt',
      label: t('sections.findings.firstSeen'),
      sortable: true,
      cell: ({ firstSeenAt }) => <RelativeTime at={firstSeenAt} />,
    },
  ];
}
