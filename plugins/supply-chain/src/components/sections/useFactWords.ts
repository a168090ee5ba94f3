import { EvidenceFacts } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { Tone } from '../shared';

const TONES = {
  recognised: { recognised: 'success', ambiguous: 'danger', unknown: 'danger' },
  valid: { valid: 'success', invalid: 'danger', 'not-checked': 'neutral' },
  signature: {
    verified: 'success',
    failed: 'danger',
    unchecked: 'warning',
    none: 'neutral',
  },
  bound: { bound: 'success', placed: 'warning', neither: 'danger' },
  trust: { trusted: 'success', none: 'neutral' },
} as const satisfies Record<keyof EvidenceFacts, Record<string, Tone>>;

/** One fact as the page says it. */
export interface FactWord {
  fact: keyof EvidenceFacts;
  tone: Tone;
  word: string;
  detail?: string;
}

function join(...parts: (string | undefined | false)[]): string | undefined {
  return parts.filter(Boolean).join(' · ') || undefined;
}

/** Says the five facts in words. */
export function useFactWords() {
  const { t } = useMessages();
  return (facts: EvidenceFacts): FactWord[] => {
    const { recognised, valid, signature, bound, trust } = facts;
    const format = [recognised.format, recognised.version]
      .filter(Boolean)
      .join(' ');
    return [
      {
        fact: 'recognised',
        tone: TONES.recognised[recognised.state],
        word: t(`sections.evidence.recognisedState.${recognised.state}`, {
          format,
        }),
        detail: join(
          recognised.predicateType,
          t('sections.evidence.detectedBy', { how: recognised.detectedBy }),
        ),
      },
      {
        fact: 'valid',
        tone: TONES.valid[valid.state],
        word: t(`sections.evidence.validState.${valid.state}`),
        detail: join(
          valid.schema &&
            t('sections.evidence.schema', { schema: valid.schema }),
          valid.defectCount > 0 &&
            t('sections.evidence.defects', { count: valid.defectCount }),
        ),
      },
      {
        fact: 'signature',
        tone: TONES.signature[signature.state],
        word: t(`sections.evidence.signatureState.${signature.state}`),
        detail: join(
          signature.by && t('sections.evidence.by', { who: signature.by }),
          signature.reason,
        ),
      },
      {
        fact: 'bound',
        tone: TONES.bound[bound.state],
        word: t(`sections.evidence.boundState.${bound.state}`),
        detail: join(
          bound.authority &&
            t(`sections.evidence.authority.${bound.authority}`),
          bound.outputs.join(', '),
          bound.reason,
        ),
      },
      {
        fact: 'trust',
        tone: TONES.trust[trust.state],
        word: t(`sections.evidence.trustState.${trust.state}`),
        detail: join(
          trust.revoked && t(`sections.evidence.revoked.${trust.revoked}`),
          trust.line && t('sections.evidence.trustLine', { line: trust.line }),
          trust.reason,
        ),
      },
    ];
  };
}
