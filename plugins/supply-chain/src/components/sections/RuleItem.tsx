import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
  RiIndeterminateCircleLine,
} from '@remixicon/react';
import { RuleResult } from '@hotpass/backstage-plugin-supply-chain-common';
import { ReactElement } from 'react';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import { NewTag, SeverityTag, StatusWord, Tone } from '../shared';
import { RuleHitItem } from './RuleHitItem';
import rules from './rules.module.css';
import styles from './sections.module.css';

const FIRST_HITS = 3;

const LOOKS: Record<RuleResult['status'], { icon: ReactElement; tone: Tone }> =
  {
    violation: { icon: <RiCloseCircleFill />, tone: 'danger' },
    warning: { icon: <RiErrorWarningFill />, tone: 'warning' },
    passed: { icon: <RiCheckboxCircleFill />, tone: 'success' },
    'not-judged': { icon: <RiIndeterminateCircleLine />, tone: 'neutral' },
  };

/** One rule: what it asks, where it found something, and what to do. */
export function RuleItem(props: { rule: RuleResult }) {
  const { rule } = props;
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  const dates = useDates();
  const [all, setAll] = useState(false);
  const shown = all ? rule.hits : rule.hits.slice(0, FIRST_HITS);
  const unlisted = rule.hitCount - rule.hits.length;
  const found = rule.status === 'violation' || rule.status === 'warning';
  return (
    <li className={`${styles.card} ${rules.rule}`} data-status={rule.status}>
      <div className={rules.head}>
        <StatusWord {...LOOKS[rule.status]} strong>
          <span className={rules.title}>{rule.title}</span>
        </StatusWord>
        {rule.isNew && <NewTag />}
        {found && <SeverityTag severity={rule.severity} />}
        {rule.status === 'warning' && (
          <span className={styles.muted}>
            {rule.willFail && rule.effectiveOn
              ? t('sections.rules.willFail', {
                  date: dates.day(rule.effectiveOn),
                })
              : t('sections.rules.warnsSince')}
          </span>
        )}
        <code className={`${styles.mono} ${styles.muted} ${rules.code}`}>
          {rule.code}
        </code>
      </div>
      <p className={`${styles.text} ${styles.muted}`}>
        {rule.reason ?? rule.description}
      </p>
      {found && (
        <ul className={rules.hits}>
          {shown.map((hit, index) => (
            // eslint-disable-next-line react/no-array-index-key
            <RuleHitItem key={index} hit={hit} ruleIsNew={rule.isNew} />
          ))}
        </ul>
      )}
      {found && rule.hits.length > FIRST_HITS && (
        <Button
          size="small"
          variant="tertiary"
          className={rules.more}
          onPress={() => setAll(!all)}
        >
          {all
            ? t('sections.rules.fewerHits')
            : t('sections.rules.showHits', {
                number: formatNumber(rule.hits.length),
              })}
        </Button>
      )}
      {found && unlisted > 0 && (
        <p className={`${styles.text} ${styles.muted}`}>
          {t('sections.rules.moreHits', { number: formatNumber(unlisted) })}
        </p>
      )}
      {rule.controls.length > 0 && found && (
        <p className={`${styles.text} ${styles.muted} ${styles.small}`}>
          {t('sections.rules.controls', { controls: rule.controls.join(', ') })}
        </p>
      )}
    </li>
  );
}
