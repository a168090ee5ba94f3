import { SignatureCheck } from '@hotpass/backstage-plugin-supply-chain-common';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiIndeterminateCircleLine,
  RiSubtractLine,
} from '@remixicon/react';
import { ReactElement } from 'react';
import { useMessages } from '../../hooks/useMessages';
import styles from './SignatureChecks.module.css';
import { StatusWord, Tone } from './StatusWord';

const LOOKS: Record<
  SignatureCheck['state'],
  { tone: Tone; icon: ReactElement }
> = {
  passed: { tone: 'success', icon: <RiCheckboxCircleFill /> },
  failed: { tone: 'danger', icon: <RiCloseCircleFill /> },
  absent: { tone: 'neutral', icon: <RiSubtractLine /> },
  'not-made': { tone: 'neutral', icon: <RiIndeterminateCircleLine /> },
};

/** Every check of a signature in its order; none is claimed that was not made. */
export function SignatureChecks(props: { checks: readonly SignatureCheck[] }) {
  const { t } = useMessages();
  return (
    <ul className={styles.checks} aria-label={t('states.signature.checks')}>
      {props.checks.map(({ check, state, reason, remedy }) => (
        <li key={check}>
          <StatusWord {...LOOKS[state]} muted={state === 'not-made'}>
            {t(`states.signature.check.${check}`)}
            {state !== 'passed' && `: ${t(`states.signature.state.${state}`)}`}
          </StatusWord>
          {reason && <div className={styles.reason}>{reason}</div>}
          {remedy && <div className={styles.reason}>{remedy}</div>}
        </li>
      ))}
    </ul>
  );
}
