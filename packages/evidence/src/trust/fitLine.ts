import { matchesAnyGlob, matchesGlob } from '../globs';
import { Signer } from '../verify/types';
import { Attempt } from './attempt';
import { fitTimes } from './fitTimes';
import { LineFit, SignedContent, Unmet } from './SignedAssessment';
import { SignerSource, TrustLine } from './TrustPolicy';

/** Whether signer, material, source, content and times fit a line, in this order. */
export function fitLine(
  line: TrustLine,
  made: Attempt | undefined,
  content: SignedContent | undefined,
): LineFit {
  const signer = made?.verification.signer ?? made?.claimed;
  const unmet =
    fitSigner(line, made, signer) ??
    fitMaterial(made) ??
    fitSource(line, signer) ??
    fitContent(line, content);
  if (unmet) return { line: line.id, state: 'unmet', ...unmet };
  return fitTimes(line, made?.verification.times ?? []);
}

function fitSigner(
  { signer: trusted }: TrustLine,
  made: Attempt | undefined,
  signer: Signer | undefined,
): Unmet | undefined {
  const other = (reason: string): Unmet => ({
    part: 'signer',
    reason,
    remedy: 'Sign it as the line says, or add a line for who signed it.',
  });
  if (!made) {
    return other(
      trusted.type === 'key'
        ? 'It is not signed with a key.'
        : 'It is not signed with a certificate.',
    );
  }
  if (!signer) {
    return other(
      made.unchecked ??
        made.failed?.reason ??
        'Nobody is known to have signed.',
    );
  }
  if (trusted.type === 'key' || signer.type === 'key') return undefined;
  if (signer.issuer !== trusted.issuer) {
    return other(`The issuer is '${signer.issuer}', not '${trusted.issuer}'.`);
  }
  return matchesGlob(trusted.identity, signer.identity)
    ? undefined
    : other(`The identity is '${signer.identity}', not '${trusted.identity}'.`);
}

function fitMaterial(made: Attempt | undefined): Unmet | undefined {
  if (made?.verification.state === 'verified') return undefined;
  return {
    part: 'material',
    reason: made?.failed?.reason ?? 'It does not hold.',
    remedy: made?.failed?.remedy ?? 'Send what the signer wrote.',
  };
}

const CLAIMS = {
  repositoryId: 'sourceRepositoryIdentifier',
  refs: 'sourceRepositoryRef',
  triggers: 'buildTrigger',
} satisfies Record<keyof SignerSource, string>;
const CALLED: Record<keyof SignerSource, string> = {
  repositoryId: 'source repository’s id',
  refs: 'source ref',
  triggers: 'trigger',
};

function fitSource(
  { signer: trusted }: TrustLine,
  signer: Signer | undefined,
): Unmet | undefined {
  if (trusted.type === 'key' || !trusted.source) return undefined;
  const { repositoryId, refs, triggers } = trusted.source;
  const claims = signer?.type === 'certificate' ? signer.claims : {};
  const fits: Record<keyof SignerSource, (said: string) => boolean> = {
    repositoryId: said => said === repositoryId,
    refs: said => matchesAnyGlob(refs, said),
    triggers: said => triggers.includes(said),
  };
  for (const part of ['repositoryId', 'refs', 'triggers'] as const) {
    const said = claims[CLAIMS[part]];
    if (said !== undefined && fits[part](said)) continue;
    const wanted = [trusted.source[part]].flat().join(', ');
    return {
      part: 'source',
      reason:
        said === undefined
          ? `Its certificate does not tell the ${CALLED[part]}.`
          : `The ${CALLED[part]} is '${said}', not ${wanted}.`,
      remedy:
        'Build it from where the line says, or add a line for this source.',
    };
  }
  return undefined;
}

function fitContent(
  { predicateTypes }: TrustLine,
  content: SignedContent | undefined,
): Unmet | undefined {
  const type =
    content?.type === 'statement' ? content.predicateType : content?.type;
  if (type !== undefined && matchesAnyGlob(predicateTypes, type)) {
    return undefined;
  }
  return {
    part: 'content',
    reason: `It says '${type}', and this signer may say ${predicateTypes.join(
      ', ',
    )}.`,
    remedy: 'Add the predicate type to the line if its signer may say this.',
  };
}
