import { VisuallyHidden } from '@backstage/ui';
import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiCheckLine, RiCloseLine, RiErrorWarningLine } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { Section } from '../../hooks/useTabParams';
import styles from './Sections.module.css';

/** The name of a section with what is in it. */
export function SectionLabel(props: { section: Section; posture: Posture }) {
  const { section, posture } = props;
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  const name = t(`tab.sections.${section}`);
  if (section === 'rules') return <RulesLabel posture={posture} />;
  if (section === 'diff') return <>{name}</>;
  const count = posture.counts[section];
  return (
    <span className={styles.label}>
      {name}
      <span className={styles.count}>{formatNumber(count)}</span>
    </span>
  );
}

function RulesLabel(props: { posture: Posture }) {
  const counts = props.posture.decision?.counts;
  const { t } = useMessages();
  const name = t('tab.sections.rules');
  if (!counts) return <>{name}</>;
  const { passed, violations, warnings, notJudged } = counts;
  return (
    <span className={styles.label}>
      {name}
      <span aria-hidden className={styles.counts}>
        {passed} <RiCheckLine className={styles.smallIcon} />
        {violations > 0 && (
          <>
            {' '}
            {violations} <RiCloseLine className={styles.smallIcon} />
          </>
        )}
        {warnings > 0 && (
          <>
            {' '}
            {warnings} <RiErrorWarningLine className={styles.smallIcon} />
          </>
        )}
        {notJudged > 0 &&
          ` · ${t('tab.sections.rulesNotJudged', { number: `${notJudged}` })}`}
      </span>
      <VisuallyHidden>
        {[
          t('tab.sections.rulesPassed', { count: passed }),
          t('tab.sections.rulesFailed', { count: violations }),
          t('tab.sections.rulesWarn', { count: warnings }),
        ].join(', ')}
      </VisuallyHidden>
    </span>
  );
}
