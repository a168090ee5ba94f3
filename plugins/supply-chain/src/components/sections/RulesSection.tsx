import { Fragment } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Decision,
  RuleResult,
} from '@hotpass/backstage-plugin-supply-chain-common';
import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
} from '@backstage/ui';
import { supplyChainApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import { EmptyNote } from '../shared';
import { DecisionLine } from './DecisionLine';
import { RuleItem } from './RuleItem';
import { SectionQuery } from './SectionQuery';
import styles from './sections.module.css';
import { SectionProps, sectionVersion } from './types';

function RuleList(props: { label: string; rules: RuleResult[] }) {
  return (
    <ul className={styles.cards} aria-label={props.label}>
      {props.rules.map(rule => (
        <RuleItem key={rule.code} rule={rule} />
      ))}
    </ul>
  );
}

/** Loud where a rule found something; what is fine is folded away. */
function Rules(props: { decision: Decision }) {
  const { decision } = props;
  const { t } = useMessages();
  const of = (status: RuleResult['status']) =>
    decision.rules.filter(rule => rule.status === status);
  const loud = [
    { rules: of('violation'), title: t('sections.rules.violations') },
    { rules: of('warning'), title: t('sections.rules.warnings') },
  ].filter(group => group.rules.length > 0);
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
      <DecisionLine decision={decision} />
      {loud.map(group => (
        <Fragment key={group.title}>
          <h3 className={styles.heading}>{group.title}</h3>
          <RuleList label={group.title} rules={group.rules} />
        </Fragment>
      ))}
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
  return (
    <SectionQuery query={query} what={t('sections.rules.loading')}>
      {decision => <Rules decision={decision} />}
    </SectionQuery>
  );
}
