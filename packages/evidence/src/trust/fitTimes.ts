import { LineFit, ReceiptNeeded, Unmet } from './SignedAssessment';
import { TrustLine } from './TrustPolicy';

/*
 * The earliest trusted time proves that the signature existed then. Where there is
 * none, only our own receipt can prove anything, and that is not known here: what it
 * has to show is handed on. A signature that exists is never proved to be younger
 * than something; `from` is compared with the same time, which for a certificate lies
 * within its minutes. Neither retired nor compromised signers get by without proof.
 */

/** Whether a line may be relied on for what was signed then. */
export function fitTimes(line: TrustLine, times: string[]): LineFit {
  const { from, until, revoked } = line;
  if (times.length === 0) {
    const receipt: ReceiptNeeded = {
      ...(from && { from }),
      ...(until && { until }),
      ...(revoked && { revoked }),
    };
    return {
      line: line.id,
      state: 'met',
      ...(Object.keys(receipt).length > 0 && { receipt }),
    };
  }
  const signed = Math.min(...times.map(time => Date.parse(time)));
  const wrong = wrongAt(line, signed);
  return wrong
    ? { line: line.id, state: 'unmet', ...wrong }
    : { line: line.id, state: 'met' };
}

function wrongAt(
  { from, until, revoked }: TrustLine,
  signed: number,
): Unmet | undefined {
  const was = `It was signed at ${new Date(signed).toISOString()}, and the`;
  if (from && signed < Date.parse(from)) {
    return {
      part: 'period',
      reason: `${was} line holds from ${from}.`,
      remedy: 'Let the line begin earlier if this signature should count.',
    };
  }
  if (until && signed >= Date.parse(until)) {
    return {
      part: 'period',
      reason: `${was} line holds until ${until}.`,
      remedy: 'Sign it as a line says that holds now.',
    };
  }
  if (revoked && signed >= Date.parse(revoked.since)) {
    return {
      part: 'revoked',
      reason: `${was} signer is ${revoked.reason} since ${revoked.since}.`,
      remedy: 'Build and sign it anew with a signer that is trusted.',
    };
  }
  return undefined;
}
