import {
  Finding,
  ReleaseKey,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { RelativeTime, SeverityTag } from '../shared';
import { DependencyPaths } from './DependencyPaths';
import styles from './sections.module.css';

/** What an opened finding shows: the text, each source's word, and the way in. */
export function FindingDetail(props: {
  releaseKey: ReleaseKey;
  finding: Finding;
}) {
  const { finding, releaseKey } = props;
  const { t } = useMessages();
  return (
    <div className={styles.stack}>
      {finding.description && (
        <p className={styles.text}>{finding.description}</p>
      )}
      <p className={`${styles.text} ${styles.muted}`}>
        {[
          finding.aliases.length > 0 &&
            t('sections.findings.aliases', {
              aliases: finding.aliases.join(', '),
            }),
          finding.epss !== undefined &&
            t('sections.findings.epss', { value: finding.epss.toFixed(3) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <h4 className={styles.heading}>{t('sections.findings.sourcesLabel')}</h4>
      <ul className={`${styles.plain} ${styles.stack}`}>
        {finding.sources.map(source => (
          <li
            key={`${source.evidenceId} ${source.pointer}`}
            className={styles.inline}
          >
            <span className={styles.name}>
              {source.tool} {source.toolVersion}
            </span>
            <SeverityTag severity={source.severity} score={source.score} />
            <span>{source.status}</span>
            {source.statusAsSaid && (
              <span className={styles.muted}>
                {t('sections.findings.sourceAsSaid', {
                  status: source.statusAsSaid,
                })}
              </span>
            )}
            <span className={styles.muted}>
              {t('sections.findings.reported')}{' '}
              <RelativeTime at={source.reportedAt} />
            </span>
            {source.pointer && (
              <code className={`${styles.mono} ${styles.muted}`}>
                {source.pointer}
              </code>
            )}
          </li>
        ))}
      </ul>
      <DependencyPaths
        releaseKey={releaseKey}
        componentKey={finding.component.key}
      />
    </div>
  );
}
