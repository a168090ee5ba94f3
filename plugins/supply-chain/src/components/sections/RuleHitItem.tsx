import { RuleHit } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { CodeLine } from '../copy';
import { CodeText, DependencyPath, NewTag } from '../shared';
import rules from './rules.module.css';
import styles from './sections.module.css';

/** One place where a rule found something, and its fix. All of a new rule's are new. */
export function RuleHitItem(props: { hit: RuleHit; ruleIsNew: boolean }) {
  const { hit, ruleIsNew } = props;
  const { t } = useMessages();
  return (
    <li className={rules.hit}>
      <span className={styles.inline}>
        <span className={rules.message}>{hit.message}</span>
        {hit.isNew && !ruleIsNew && <NewTag />}
      </span>
      {hit.path && hit.path.length > 0 && <DependencyPath path={hit.path} />}
      {hit.place && (
        <code className={`${styles.mono} ${styles.muted}`}>
          {t('states.place', { place: hit.place })}
        </code>
      )}
      <span className={styles.text}>
        <span className={rules.fix}>{t('sections.rules.solution')}</span>{' '}
        <CodeText text={hit.solution} />
      </span>
      {hit.command && (
        <CodeLine
          text={hit.command}
          copyLabel={t('states.copyCommand', { command: hit.command })}
        />
      )}
    </li>
  );
}
