import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';
import { supplyChainApiRef } from '../../api';
import { useAnswer } from '../../hooks/useAnswer';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { TrustTestForm, TrustQuestion } from './TrustTestForm';
import { TrustTestResult } from './TrustTestResult';

/** Would this document be trusted, and by which line? */
export function TrustTest(props: {
  /** Tells which line would apply, so that it can be marked. */
  onApplies: (line: string | undefined) => void;
}) {
  const { onApplies } = props;
  const { t } = useMessages();
  const api = useApi(supplyChainApiRef);
  const { answer, ask, reset } = useAnswer(
    ({ file, entityRef }: TrustQuestion, signal) =>
      api.testTrust({ body: file, entityRef }, { signal }),
  );
  const applies = answer.step === 'done' ? answer.answer.line : undefined;
  useEffect(() => onApplies(applies), [applies, onApplies]);
  return (
    <section className={styles.block} aria-label={t('trust.test.title')}>
      <h2 className={styles.title}>{t('trust.test.title')}</h2>
      <p className={styles.lead}>{t('trust.test.lead')}</p>
      <div className={styles.columns}>
        <TrustTestForm
          isAsking={answer.step === 'asking'}
          onTest={ask}
          onChange={reset}
        />
        <TrustTestResult answer={answer} />
      </div>
    </section>
  );
}
