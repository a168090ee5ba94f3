import { Alert } from '@backstage/ui';
import {
  Output,
  ReleaseTrust,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { DigestText } from '../shared';
import styles from './sections.module.css';
import { LevelSteps } from './LevelSteps';
import levels from './levels.module.css';
import { MoreItems } from './ProvenanceDigests';

const SHOWN = 20;

/** Which SLSA build level each output has, on what it rests, and what the next needs. */
export function BuildLevels(props: { trust: ReleaseTrust }) {
  const { outputs, buildLevel, sealConflicts } = props.trust;
  const { t } = useMessages();
  return (
    <section
      className={`${styles.card} ${levels.card}`}
      aria-label={t('sections.levels.title')}
    >
      <header className={levels.head}>
        <h4 className={levels.title}>
          {t('sections.levels.release', { level: String(buildLevel) })}
        </h4>
        <LevelSteps level={buildLevel} />
      </header>
      {outputs.length === 0 && (
        <p className={styles.text}>{t('sections.levels.noOutputs')}</p>
      )}
      {sealConflicts.length > 0 && (
        <Alert
          status="danger"
          icon
          title={t('sections.levels.conflict', { count: sealConflicts.length })}
          description={t('sections.levels.conflictHint')}
        />
      )}
      <ul className={levels.outputs}>
        {outputs.slice(0, SHOWN).map(output => (
          <LevelledOutput key={output.digest} output={output} />
        ))}
      </ul>
      <MoreItems count={outputs.length - SHOWN} />
    </section>
  );
}

function LevelledOutput(props: { output: Output }) {
  const { name, digest, authority, level = 0 } = props.output;
  const { because = [], next = [] } = props.output;
  const { t } = useMessages();
  return (
    <li className={levels.output}>
      <span className={levels.head}>
        <strong className={levels.name}>{name}</strong>
        <DigestText digest={digest} />
        <span className={styles.muted}>
          {t(`sections.evidence.authority.${authority}`)}
        </span>
        <LevelSteps level={level} />
      </span>
      <Sentences title={t('sections.levels.because')} sentences={because} />
      <Sentences title={t('sections.levels.next')} sentences={next} />
    </li>
  );
}

function Sentences(props: { title: string; sentences: readonly string[] }) {
  const { title, sentences } = props;
  if (sentences.length === 0) return null;
  return (
    <div>
      <span className={styles.muted}>{title}</span>
      <ul className={levels.sentences}>
        {sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
