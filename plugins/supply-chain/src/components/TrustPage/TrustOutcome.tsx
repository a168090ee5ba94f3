import { TrustTest } from '@hotpass/backstage-plugin-supply-chain-common';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
} from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { StatusWord } from '../shared';

const LOOKS = {
  trusted: { tone: 'success', icon: <RiCheckboxCircleFill /> },
  anywhere: { tone: 'success', icon: <RiCheckboxCircleFill /> },
  untrusted: { tone: 'warning', icon: <RiErrorWarningFill /> },
  unchecked: { tone: 'warning', icon: <RiErrorWarningFill /> },
  unsigned: { tone: 'warning', icon: <RiErrorWarningFill /> },
  failed: { tone: 'danger', icon: <RiCloseCircleFill /> },
} as const;

function outcomeOf(
  { state, line }: TrustTest,
  entityRef: string | undefined,
): keyof typeof LOOKS {
  if (state !== 'verified') return state;
  if (line === undefined) return 'untrusted';
  return entityRef === undefined ? 'anywhere' : 'trusted';
}

/** The answer in one sentence, and why. */
export function TrustOutcome(props: {
  found: TrustTest;
  /** Whom it would be sent for; without it entities were not compared. */
  entityRef?: string;
}) {
  const { found, entityRef } = props;
  const { t } = useMessages();
  const outcome = outcomeOf(found, entityRef);
  return (
    <>
      <StatusWord {...LOOKS[outcome]} strong>
        <span className={styles.sentence}>
          {t(`trust.test.outcome.${outcome}`, { line: found.line ?? '' })}
        </span>
      </StatusWord>
      {found.reason && <p className={styles.text}>{found.reason}</p>}
    </>
  );
}
