import { BoundFact } from '../model/EvidenceFacts';
import { matchesEntity } from './glob';
import { RelateOptions, ReleaseTrust } from './ReleaseTrust';
import { Voice } from './voices';

/**
 * How far signing has come in a release. Every current SBOM and provenance must have
 * come that far: verified, trusted, and bound to an output that somebody attested or
 * we observed. A good signature over something that is tied to nothing that shipped
 * could be of any release.
 */
export function adoptionOf(
  { policy, subject }: Pick<RelateOptions, 'policy' | 'subject'>,
  voices: Voice[],
  bindings: ReadonlyMap<string, BoundFact>,
): ReleaseTrust['adoption'] {
  const counted = voices.filter(
    ({ evidence }) =>
      evidence.current &&
      ['sbom', 'provenance'].includes(evidence.fragment.recognised.kind),
  );
  const isVouched = ({ evidence, line }: Voice) => {
    const bound = bindings.get(evidence.id);
    return (
      line !== undefined &&
      bound?.state === 'bound' &&
      bound.authority !== 'declared'
    );
  };
  const rule = policy.adoption.find(({ entities }) =>
    matchesEntity(entities, subject.ref),
  );
  return {
    reached: reached(counted, isVouched),
    ...(rule && { expected: rule.state, from: rule.from }),
  };
}

function reached(
  counted: Voice[],
  isVouched: (voice: Voice) => boolean,
): ReleaseTrust['adoption']['reached'] {
  if (counted.length === 0 || !counted.every(isVouched)) return 'digests-only';
  return counted.every(
    ({ signature }) => signature.signer?.type === 'certificate',
  )
    ? 'keyless'
    : 'signed';
}
