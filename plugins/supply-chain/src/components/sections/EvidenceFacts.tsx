import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
  RiIndeterminateCircleLine,
} from '@remixicon/react';
import { ReactElement } from 'react';
import { EvidenceFacts as Facts } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { StatusWord, Tone } from '../shared';
import evidence from './evidence.module.css';
import styles from './sections.module.css';
import { useFactWords } from './useFactWords';

const ICONS: Record<Tone, ReactElement> = {
  success: <RiCheckboxCircleFill />,
  danger: <RiCloseCircleFill />,
  warning: <RiErrorWarningFill />,
  info: <RiIndeterminateCircleLine />,
  neutral: <RiIndeterminateCircleLine />,
};

/** Five independent facts, each in its own words; never summed up. */
export function EvidenceFacts(props: { facts: Facts }) {
  const { t } = useMessages();
  const words = useFactWords()(props.facts);
  return (
    <dl className={evidence.facts} aria-label={t('sections.evidence.facts')}>
      {words.map(({ fact, tone, word, detail }) => (
        <div key={fact} className={evidence.fact}>
          <dt>{t(`sections.evidence.${fact}`)}</dt>
          <dd>
            <StatusWord icon={ICONS[tone]} tone={tone}>
              <span className={evidence.word}>{word}</span>
            </StatusWord>
            {detail && (
              <span className={`${styles.muted} ${evidence.detail}`}>
                {detail}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
