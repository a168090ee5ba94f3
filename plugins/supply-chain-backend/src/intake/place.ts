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
  said: { stream?: string; fileName?: string },
): string {
  const { recognised, header, scan, scanned } = fragment;
  const about =
    said.stream ||
    (header?.root?.purl && withoutVersion(header.root.purl)) ||
    header?.root?.name ||
    (scan && scanned && `${scan.tool} ${scanned}`) ||
    said.fileName ||
    scan?.tool ||
    recognised.kind;
  return fit(about, 200);
}

function withoutVersion(purl: string): string {
  const bare = purl.split('#')[0].split('?')[0];
  const at = bare.lastIndexOf('@');
  return at > bare.lastIndexOf('/') ? bare.slice(0, at) : bare;
}

/** Facts three to five, as far as they are known without keys, roots and trust lines. */
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
            'It is signed; there is no key or root here to check it with.',
        }
      : { state: 'none' },
    bound: {
      state: 'placed',
      outputs: [],
      reason: boundReason(fragment),
    },
    trust: { state: 'none', reason: 'No trust line names its signer.' },
  };
}

function boundReason(fragment: DocumentFragment): string {
  if (fragment.subjects.length > 0) {
    return fragment.signed
      ? 'It names its subjects by digest, but its signature was not checked; the sender placed it here.'
      : 'It names its subjects by digest, but nobody signed it; the sender placed it here.';
  }
  return 'It names no output by digest; the sender placed it here.';
}
