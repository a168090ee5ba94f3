import {
  PipelineExplanation,
  PipelineMappings,
} from '@hotpass/backstage-plugin-supply-chain-common';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
} from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import { StatusWord } from '../shared';
import { Claims, wrongAudience } from './claims';
import styles from '../shared/page.module.css';

const LOOKS = {
  allowed: { tone: 'success', icon: <RiCheckboxCircleFill /> },
  noChannel: { tone: 'warning', icon: <RiErrorWarningFill /> },
  audience: { tone: 'danger', icon: <RiCloseCircleFill /> },
  nothing: { tone: 'danger', icon: <RiCloseCircleFill /> },
} as const;

function outcomeOf(explanation: PipelineExplanation, hasAudience: boolean) {
  if (explanation.mapping === undefined) return 'nothing';
  if (!hasAudience) return 'audience';
  return explanation.channels.length ? 'allowed' : 'noChannel';
}

/** The answer in one sentence, and why not. */
export function Outcome(props: {
  known: PipelineMappings;
  claims: Claims;
  explanation: PipelineExplanation;
}) {
  const { known, claims, explanation } = props;
  const { audience = '' } = known;
  const { t } = useMessages();
  const seen = wrongAudience(claims, known.audience);
  const outcome = outcomeOf(explanation, seen === undefined);
  const number = `${(explanation.mapping ?? 0) + 1}`;
  return (
    <>
      <StatusWord {...LOOKS[outcome]} strong>
        <span className={styles.sentence}>
          {t(`pipelines.test.outcome.${outcome}`, { number })}
        </span>
      </StatusWord>
      {explanation.reason && (
        <p className={styles.text}>{explanation.reason}</p>
      )}
      {seen !== undefined && (
        <p className={styles.text}>
          {t('pipelines.test.audience', { seen, audience })}
        </p>
      )}
    </>
  );
}
