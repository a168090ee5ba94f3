import { certificateSignerOf } from '../verify/certificateClaims';
import { CheckList } from '../verify/CheckList';
import { issuersOf } from '../verify/issuersOf';
import { authoritiesOf } from '../verify/readTrustedRoot';
import { Signer, Verification, VerifyCheck } from '../verify/types';
import { SignedDocument } from './SignedDocument';
import { Way } from './waysOf';

/** One verification, and who is said to have signed where it does not hold. */
export interface Attempt {
  way: Way;
  verification: Verification;
  /** Only where it failed. Nobody vouches for it. */
  claimed?: Signer;
  /** The check that failed. */
  failed?: VerifyCheck;
  /** Nothing was found wrong; what is here does not suffice to check it. */
  unchecked?: string;
}

/** Checks a document in one way. */
export function attempt(document: SignedDocument, way: Way): Attempt {
  const list = new CheckList();
  const verification = document.verify(
    {
      root: way.root?.root,
      keys: way.keys.map(({ key }) => key),
      require: way.require,
    },
    list,
  );
  if (verification.state === 'verified') return { way, verification };
  const claimed = list.signer ?? claimedSigner(document, way);
  return {
    way,
    verification,
    claimed,
    failed: verification.checks.find(({ state }) => state === 'failed'),
    unchecked: list.failure?.undecided
      ? list.failure.message
      : strangersReason(document, way, claimed),
  };
}

// A certificate's word counts where its authority made it; a key's name where we know it
function claimedSigner(
  { certificate, hints }: SignedDocument,
  { root, keys }: Way,
): Signer | undefined {
  if (certificate) {
    const authorities = root && authoritiesOf(root.root.root);
    const issued =
      authorities &&
      issuersOf(certificate, authorities.certificateAuthorities).length > 0;
    return issued ? certificateSignerOf(certificate) : undefined;
  }
  const found = keys.find(({ name, key }) => {
    const base64 = Buffer.from(key.id, 'hex').toString('base64');
    return hints.some(hint => [name, key.id, base64].includes(hint));
  });
  return found && { type: 'key', keyId: found.key.id };
}

function strangersReason(
  { certificate, hints }: SignedDocument,
  { root, keys }: Way,
  claimed: Signer | undefined,
): string | undefined {
  if (claimed) return undefined;
  if (certificate) {
    return `Its certificate was issued by no authority of the root '${root?.name}'.`;
  }
  const names = keys.map(({ name }) => `'${name}'`).join(', ');
  return hints.length > 0
    ? `It names the key '${hints[0]}', which is not ${names}.`
    : undefined;
}
