import { useApi } from '@backstage/frontend-plugin-api';
import { RuleResult } from '@hotpass/backstage-plugin-supply-chain-common';
import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
} from '@backstage/ui';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import { EmptyNote, QueryError } from '../shared';
import { DecisionLine } from './DecisionLine';
import { RuleItem } from './RuleItem';
import { SectionSkeleton } from './SectionSkeleton';
import rules from './rules.module.css';
import styles from './sections.module.css';
import { SectionProps, sectionVersion } from './types';

function RuleList(props: { label: string; rules: RuleResult[] }) {
  return (
    <ul className={rules.list} aria-label={props.label}>
      {props.rules.map(rule => (
        <RuleItem key={rule.code} rule={rule} />
      ))}
    </ul>
  );
}

/** Every rule of the decision: what fails first, what passes last. */
export function RulesSection(props: SectionProps) {
  const { entityRef, release } = props;
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const query = useQuery(
    signal => api.getDecision({ entityRef, releaseId: release.id }, { signal }),
    [api, entityRef, release.id, sectionVersion(props)],
  );
  if (!props.posture.decision) {
    return (
      <EmptyNote title={t('sections.rules.emptyTitle')}>
        {t('sections.rules.empty')}
      </EmptyNote>
    );
  }
  if (query.error) {
    return (
      <QueryError
        what={t('sections.rules.loading')}
        error={query.error}
        onRetry={query.retry}
      />
    );
  }
  if (!query.value)
    return <SectionSkeleton what={t('sections.rules.loading')} />;

  const of = (status: RuleResult['status']) =>
    query.value?.rules.filter(rule => rule.status === status) ?? [];
  const violations = of('violation');
  const warnings = of('warning');
  const quiet = [
    {
      id: 'not-judged',
      rules: of('not-judged'),
      title: t('sections.rules.notJudged', { count: of('not-judged').length }),
      hint: t('sections.rules.notJudgedHint'),
    },
    {
      id: 'passed',
      rules: of('passed'),
      title: t('sections.rules.passed', { count: of('passed').length }),
      hint: undefined,
    },
  ].filter(group => group.rules.length > 0);

  return (
    <section className={styles.section} aria-label={t('sections.rules.label')}>
      <DecisionLine decision={query.value} />
      {violations.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('sections.rules.violations')}</h3>
          <RuleList label={t('sections.rules.violations')} rules={violations} />
        </>
      )}
      {warnings.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('sections.rules.warnings')}</h3>
          <RuleList label={t('sections.rules.warnings')} rules={warnings} />
        </>
      )}
      <AccordionGroup allowsMultiple>
        {quiet.map(group => (
          <Accordion key={group.id} id={group.id}>
            <AccordionTrigger title={group.title} subtitle={group.hint} />
            <AccordionPanel>
              <RuleList label={group.title} rules={group.rules} />
            </AccordionPanel>
          </Accordion>
        ))}
      </AccordionGroup>
    </section>
  );
}
