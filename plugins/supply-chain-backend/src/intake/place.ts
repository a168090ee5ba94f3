import {
  BoundFact,
  DocumentFragment,
  SignatureFact,
  TrustFact,
} from '@hotpass/supply-chain-evidence';
import { fit } from '../database/text';

/**
 * The stream: what the document is about, whatever it is called this time. The next
 * scan of the same thing with the same tool replaces the last one.
 */
export function streamOf(
  fragment: DocumentFragment,
  said: { stream?: string; fileName?: string; signs?: string },
): string {
  const { recognised, header, scan, scanned } = fragment;
  const about =
    said.stream ||
    (header?.root?.purl && withoutVersion(header.root.purl)) ||
    header?.root?.name ||
    (scan && scanned && `${scan.tool} ${scanned}`) ||
    said.fileName ||
    (recognised.kind === 'signature' && (said.signs ?? fragment.signs)) ||
    scan?.tool ||
    recognised.kind;
  return fit(about, 200);
}

function withoutVersion(purl: string): string {
  const bare = purl.split('#')[0].split('?')[0];
  const at = bare.lastIndexOf('@');
  return at > bare.lastIndexOf('/') ? bare.slice(0, at) : bare;
}

/**
 * Facts three to five until the release is judged, which relates the document to what
 * else is there: until then it counts as nobody's word.
 */
export function placementFacts(fragment: DocumentFragment): {
  signature: SignatureFact;
  bound: BoundFact;
  trust: TrustFact;
} {
  return {
    signature: fragment.signed
      ? {
          state: 'unchecked',
          reason:
            'It is signed; what that is worth is found when its release is judged.',
        }
      : { state: 'none' },
    bound: {
      state: 'placed',
      outputs: [],
      reason: boundReason(fragment),
    },
    trust: { state: 'none', reason: 'Its release has not been judged yet.' },
  };
}

function boundReason(fragment: DocumentFragment): string {
  if (fragment.subjects.length > 0) {
    return fragment.signed
      ? 'It names its subjects by digest; the sender placed it here.'
      : 'It names its subjects by digest, but nobody signed it; the sender placed it here.';
  }
  return 'It names no output by digest; the sender placed it here.';
}
