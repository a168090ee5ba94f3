import { PipelineMappings } from '@hotpass/backstage-plugin-supply-chain-common';
import { useEffect } from 'react';
import { useMessages } from '../../hooks/useMessages';
import { ClaimsForm } from './ClaimsForm';
import { ClaimsResult } from './ClaimsResult';
import { exampleClaims } from './exampleClaims';
import styles from '../shared/page.module.css';
import { useExplanation } from './useExplanation';

/** Claims on one side, what they would be allowed on the other. */
export function ClaimsTest(props: {
  known: PipelineMappings;
  /** Tells which mapping counts, so that its row can be marked. */
  onCounts: (mapping: number | undefined) => void;
}) {
  const { known, onCounts } = props;
  const { t } = useMessages();
  const { answer, ask, reset } = useExplanation();
  const counts = answer.step === 'done' ? answer.answer.mapping : undefined;
  useEffect(() => onCounts(counts), [counts, onCounts]);
  return (
    <section className={styles.block} aria-label={t('pipelines.test.title')}>
      <h2 className={styles.title}>{t('pipelines.test.title')}</h2>
      <p className={styles.lead}>{t('pipelines.test.lead')}</p>
      <div className={styles.columns}>
        <ClaimsForm
          example={exampleClaims(known)}
          isAsking={answer.step === 'asking'}
          onTest={ask}
          onChange={reset}
        />
        <ClaimsResult known={known} answer={answer} />
      </div>
    </section>
  );
}
