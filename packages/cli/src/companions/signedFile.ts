import { EvidenceError, readEvidence } from '@hotpass/supply-chain-evidence';
import { CliError } from '../CliError';
import { bytesOfFile, EvidenceFile } from '../documents/EvidenceFile';
import { payloadOf } from '../verify/payloadOf';

/** What a signed document beside a file is to it, or why it is not sent with it. */
export type FoundSigned =
  | { file: EvidenceFile }
  /** It holds the statement that the file is, signed. */
  | { instead: EvidenceFile }
  | { isNone: string };

const SIGNED = ['dsse', 'sigstore-bundle', 'in-toto-bundle'];

/**
 * A Sigstore bundle, an envelope or lines of them beside a file. Nothing is verified
 * here; a bundle that says it is over other bytes is an error, since either of the two
 * is not what somebody signed.
 */
export async function signedFile(
  document: EvidenceFile,
  beside: EvidenceFile,
): Promise<FoundSigned> {
  const bytes = await bytesOfFile(document);
  let reading;
  try {
    reading = readEvidence(bytes);
  } catch (error) {
    if ((error as EvidenceError).name !== 'EvidenceError') throw error;
    return { isNone: 'it is no signed document' };
  }
  const { recognised, signs } = reading;
  if (!SIGNED.includes(recognised.format)) {
    return { isNone: 'it is no signed document' };
  }
  if (recognised.kind === 'signature') {
    if (signs === undefined || signs === beside.digest) {
      return { file: { ...document, signs: beside } };
    }
    throw new CliError(
      `${document.given} signs other bytes than ${beside.given} has now: sign it again, or move the old signature away`,
    );
  }
  const payloads = payloadsIn(bytes.toString('utf8'));
  const own = await bytesOfFile(beside);
  if (payloads.some(payload => payload.equals(own))) {
    return { instead: document };
  }
  return payloads.some(payload => speaksOf(payload, beside.digest))
    ? { file: document }
    : { isNone: 'it speaks about something else' };
}

function payloadsIn(text: string): Buffer[] {
  const whole = payloadOf(text);
  if (whole) return [whole];
  return text.split('\n').flatMap(line => payloadOf(line) ?? []);
}

function speaksOf(payload: Buffer, digest: string): boolean {
  try {
    const { subject } = JSON.parse(payload.toString('utf8'));
    return (
      Array.isArray(subject) &&
      subject.some(one => `sha256:${one?.digest?.sha256}` === digest)
    );
  } catch {
    return false;
  }
}
