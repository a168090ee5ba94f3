import { SignedEntity, TrustMaterial } from '@sigstore/verify';
import { issuersOf } from './issuersOf';
import { RequiredMaterial, VerifyCheckName } from './types';

interface Situation {
  material: TrustMaterial;
  entity: SignedEntity;
  required: RequiredMaterial;
}

/** Why a check of the library failed, in one sentence. */
export function explain(
  check: VerifyCheckName,
  error: Error,
  situation: Situation,
): string {
  const counted = /^expected \d+ .*, got (\d+)$/.exec(error.message);
  if (counted) return tooFew(check, counted[1], situation.required);
  if (check === 'signer') {
    return explainCertificate(situation) ?? sentence(error.message);
  }
  if (check === 'time' && error.message.includes('could not be verified')) {
    return 'Its time stamp is by no authority of the trusted root, or not over this signature.';
  }
  return sentence(error.message);
}

function tooFew(
  check: VerifyCheckName,
  got: string,
  required: RequiredMaterial,
): string {
  switch (check) {
    case 'time':
      return `It has ${got} trusted times, and ${required.time} must be there.`;
    case 'sct':
      return `Its certificate has ${got} certificate timestamps, and ${required.sct} must be there.`;
    default:
      return `It has ${got} entries in transparency logs, and ${required.log} must be there.`;
  }
}

function explainCertificate({
  material,
  entity,
}: Situation): string | undefined {
  const { key } = entity;
  if (key.$case !== 'certificate') return undefined;
  const { certificate } = key;
  if (issuersOf(certificate, material.certificateAuthorities).length === 0) {
    return 'Its certificate was issued by no authority of the trusted root.';
  }
  const outside = timesOf(entity).find(
    time => !certificate.validForDate(new Date(time)),
  );
  return outside
    ? `Its certificate was valid from ${certificate.notBefore.toISOString()} to ${certificate.notAfter.toISOString()}, and it was signed at ${outside}.`
    : undefined;
}

/** Only a log that promises inclusion vouches for its time. */
export function timesOf({ timestamps }: SignedEntity): string[] {
  return timestamps.flatMap(one => {
    if (one.$case === 'timestamp-authority') {
      return [one.timestamp.signingTime.toISOString()];
    }
    const { inclusionPromise, integratedTime } = one.tlogEntry;
    return inclusionPromise
      ? [new Date(Number(integratedTime) * 1000).toISOString()]
      : [];
  });
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${
    text.endsWith('.') ? '' : '.'
  }`;
}
