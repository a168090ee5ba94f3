import { Alert } from '@backstage/ui';
import { TrustTest } from '@hotpass/backstage-plugin-supply-chain-common';
import { Answer } from '../../hooks/useAnswer';
import { useMessages } from '../../hooks/useMessages';
import { Fact, Facts } from '../shared/Facts';
import styles from '../shared/page.module.css';
import { DigestText, SignatureChecks, SignerText } from '../shared';
import { LineFits } from './LineFits';
import { TrustOutcome } from './TrustOutcome';
import { TrustQuestion } from './TrustTestForm';

/** What was found; its first lines are read out. */
export function TrustTestResult(props: {
  answer: Answer<TrustQuestion, TrustTest>;
}) {
  const { answer } = props;
  const { t } = useMessages();
  return (
    <section className={styles.result} aria-label={t('trust.test.result')}>
      <div role="status" className={styles.outcome}>
        {answer.step === 'idle' && (
          <span className={styles.muted}>{t('trust.test.idle')}</span>
        )}
        {answer.step === 'asking' && t('trust.test.asking')}
        {answer.step === 'failed' && (
          <Alert
            status="danger"
            icon
            title={t('trust.test.failed')}
            description={answer.error.message}
          />
        )}
        {answer.step === 'done' && (
          <TrustOutcome
            found={answer.answer}
            entityRef={answer.question.entityRef}
          />
        )}
      </div>
      {answer.step === 'done' && <Found found={answer.answer} />}
    </section>
  );
}

function Found(props: { found: TrustTest }) {
  const {
    signer,
    claimed,
    checks,
    subjects = [],
    predicateType,
    lines,
  } = props.found;
  const { t } = useMessages();
  const named = signer ?? claimed;
  return (
    <>
      <Facts>
        {named && (
          <Fact
            name={t(signer ? 'trust.test.signer' : 'trust.test.claimed')}
            wide
          >
            <SignerText signer={named} />
          </Fact>
        )}
        {predicateType && (
          <Fact name={t('trust.test.says')} wide>
            <code className={styles.code}>{predicateType}</code>
          </Fact>
        )}
        {subjects.length > 0 && (
          <Fact name={t('trust.test.about')} wide>
            {subjects.slice(0, 5).map(({ name, digests }) => (
              <div key={JSON.stringify([name, digests])}>
                {name}{' '}
                {digests.sha256 && (
                  <DigestText digest={`sha256:${digests.sha256}`} />
                )}
              </div>
            ))}
          </Fact>
        )}
      </Facts>
      {checks.length > 0 && <SignatureChecks checks={checks} />}
      {lines.length > 0 && <LineFits lines={lines} />}
    </>
  );
}
