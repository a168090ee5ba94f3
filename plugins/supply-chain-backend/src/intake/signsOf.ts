import { DocumentFragment } from '@hotpass/supply-chain-evidence';
import { Refusal } from './RefusedError';

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Refuses what cannot be a digest, before a byte is read. */
export function checkSigns(signs: string | undefined): void {
  if (signs === undefined || DIGEST.test(signs)) return;
  throw new Refusal({
    code: 'bad-signs',
    status: 400,
    reason: `'${signs.slice(0, 100)}' is no digest of a file.`,
    remedy: 'Write sha256: and 64 hexadecimal digits in lower case.',
  });
}

/**
 * Which file a detached signature is over: a Sigstore bundle tells, and of a bare
 * signature only the sender knows. Nothing for what is no detached signature.
 */
export function signsOf(
  { recognised, signs: told }: DocumentFragment,
  said: string | undefined,
): string | undefined {
  if (recognised.kind !== 'signature') {
    if (said === undefined) return undefined;
    throw new Refusal({
      code: 'signs-nothing',
      status: 422,
      reason: `This is '${recognised.format}', and no signature of another file.`,
      remedy: 'Leave signs out, or send the signature itself.',
    });
  }
  if (told !== undefined && said !== undefined && told !== said) {
    throw new Refusal({
      code: 'signs-other',
      status: 422,
      reason: `The bundle signs ${told}, and not ${said}.`,
      pointer: '/messageSignature/messageDigest/digest',
      remedy: 'Sign the file as it is now, or send the file that was signed.',
    });
  }
  const signs = told ?? said;
  if (signs !== undefined) return signs;
  throw new Refusal({
    code: 'signs-missing',
    status: 400,
    reason: 'A signature does not tell which file it is over.',
    remedy:
      'Add signs=sha256:<hex> with the digest of the file that was signed.',
  });
}
