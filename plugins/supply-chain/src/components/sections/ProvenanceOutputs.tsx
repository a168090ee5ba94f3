import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
} from '@remixicon/react';
import { ReactElement } from 'react';
import { Provenance } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { StatusWord, Tone } from '../shared';
import picture from './provenance.module.css';
import { MoreItems, ProvenanceDigests } from './ProvenanceDigests';

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
  return (
    <ul className={picture.outputs}>
      {outputs.slice(0, SHOWN).map((output, index) => (
        // eslint-disable-next-line react/no-array-index-key
        <li key={index} className={picture.output}>
          <span className={picture.main}>{output.name}</span>
          <ProvenanceDigests digests={output.digests} />
          <StatusWord {...MATCH_LOOK[output.matches]}>
            <span className={picture.wrap}>
              {t(`sections.provenance.match.${output.matches}`)}
            </span>
          </StatusWord>
        </li>
      ))}
      <MoreItems count={outputs.length - SHOWN} />
    </ul>
  );
}
