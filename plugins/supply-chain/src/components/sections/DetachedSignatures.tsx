import { Evidence } from '@hotpass/backstage-plugin-supply-chain-common';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
} from '@remixicon/react';
import { ReactElement } from 'react';
import { useMessages } from '../../hooks/useMessages';
import { DigestText, StatusWord, Tone } from '../shared';
import evidence from './evidence.module.css';
import styles from './sections.module.css';
import { useEvidenceName } from './useEvidenceName';

const LOOKS: Record<string, { tone: Tone; icon: ReactElement }> = {
  verified: { tone: 'success', icon: <RiCheckboxCircleFill /> },
  failed: { tone: 'danger', icon: <RiCloseCircleFill /> },
  unchecked: { tone: 'warning', icon: <RiErrorWarningFill /> },
};

/** The signatures that lie beside a document: each tells for itself whether it holds. */
export function DetachedSignatures(props: {
  evidence: Evidence;
  /** Everything of the release. */
  all: readonly Evidence[];
}) {
  const { evidence: item, all } = props;
  const { t } = useMessages();
  const found = all.filter(
    ({ signs, id, withdrawn }) =>
      signs?.digest === item.digest && id !== item.id && !withdrawn,
  );
  if (found.length === 0) return null;
  const title = t('sections.evidence.detached.title', { count: found.length });
  return (
    <div>
      <h5 className={evidence.subtitle}>{title}</h5>
      <ul className={evidence.signatures} aria-label={title}>
        {found.map(({ id, fileName, stream, facts, current }) => (
          <li key={id} data-past={!current}>
            <StatusWord {...LOOKS[facts.signature.state]}>
              {fileName ?? stream}:{' '}
              {t(`sections.evidence.signatureState.${facts.signature.state}`)}
            </StatusWord>
            <span className={`${styles.muted} ${evidence.detail}`}>
              {[
                facts.signature.by &&
                  t('sections.evidence.by', { who: facts.signature.by }),
                t(`sections.evidence.trustState.${facts.trust.state}`),
                !current && t('sections.evidence.superseded'),
                facts.signature.reason,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Of a detached signature: what it is over. */
export function SignedDocument(props: {
  signs: NonNullable<Evidence['signs']>;
  all: readonly Evidence[];
}) {
  const { signs, all } = props;
  const { t } = useMessages();
  const nameOf = useEvidenceName();
  const signed = all.find(({ id }) => id === signs.evidenceId);
  return (
    <p className={styles.text}>
      {signed
        ? t('sections.evidence.detached.of', { name: nameOf(signed) })
        : t('sections.evidence.detached.ofMissing')}{' '}
      <DigestText digest={signs.digest} />
    </p>
  );
}
