import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
} from '@remixicon/react';
import { ReactElement } from 'react';
import { Provenance } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { DigestText, StatusWord, Tone } from '../shared';
import picture from './provenance.module.css';
import styles from './sections.module.css';

type Output = Provenance['outputs'][number];

const SHOWN = 6;

const MATCH_LOOK: Record<
  Output['matches'],
  { icon: ReactElement; tone: Tone }
> = {
  attested: { icon: <RiCheckboxCircleFill />, tone: 'success' },
  observed: { icon: <RiCheckboxCircleFill />, tone: 'success' },
  declared: { icon: <RiErrorWarningFill />, tone: 'warning' },
  none: { icon: <RiCloseCircleFill />, tone: 'danger' },
};

/** Outputs as the statement names them, and whether the release has them. */
export function ProvenanceOutputs(props: { outputs: Output[] }) {
  const { outputs } = props;
  const { t } = useMessages();
  const more = outputs.length - SHOWN;
  return (
    <ul className={picture.outputs}>
      {outputs.slice(0, SHOWN).map((output, index) => (
        // eslint-disable-next-line react/no-array-index-key
        <li key={index} className={picture.output}>
          <span className={picture.main}>{output.name}</span>
          {Object.entries(output.digests).map(([algorithm, hex]) => (
            <span key={algorithm} className={styles.inline}>
              <span className={styles.muted}>{algorithm}</span>
              <DigestText digest={`${algorithm}:${hex}`} />
            </span>
          ))}
          <StatusWord {...MATCH_LOOK[output.matches]}>
            <span className={picture.wrap}>
              {t(`sections.provenance.match.${output.matches}`)}
            </span>
          </StatusWord>
        </li>
      ))}
      {more > 0 && (
        <li className={styles.muted}>
          {t('sections.provenance.more', { count: more })}
        </li>
      )}
    </ul>
  );
}
