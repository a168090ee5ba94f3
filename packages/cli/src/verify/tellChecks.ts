import { VerifyCheck } from '@hotpass/supply-chain-evidence';
import { Result } from '../documents/tellResult';

const MARKS: Record<VerifyCheck['state'], string> = {
  passed: '✔',
  failed: '✖',
  absent: '–',
  'not-made': '·',
};

const WORDS: Record<VerifyCheck['check'], string> = {
  format: 'one document, read the same by everybody',
  time: 'trusted time',
  signer: 'known key or trusted certificate',
  sct: 'certificate published in a log',
  log: 'signature published in a log',
  signature: 'signature over these bytes',
  payload: 'in-toto statement',
  subject: 'speaks about the artifact',
  identity: 'signed by who was asked for',
};

/** One check as a line. */
export function lineOf({ check, state, reason }: VerifyCheck): string {
  const note = {
    passed: '',
    failed: '',
    absent: 'none',
    'not-made': 'not checked',
  }[state];
  const said = [note, reason].filter(Boolean).join(': ');
  return `${MARKS[state]} ${WORDS[check]}${
    said && ` (${said.replace(/\.$/, '')})`
  }`;
}

/** What failed, where, and what to do. */
export function fixesOf(checks: VerifyCheck[], file: string): Result['fixes'] {
  return checks
    .filter(({ state }) => state === 'failed')
    .map(({ check, reason = '', remedy = '' }) => ({
      title: `Not so: ${WORDS[check]}`,
      message: reason,
      solution: remedy,
      place: file,
    }));
}

/** Why it is not verified, in a sentence. */
export function whyNotVerified(checks: VerifyCheck[]): string {
  const failed = checks.find(({ state }) => state === 'failed');
  const reason = failed?.reason?.replace(/\.$/, '');
  return reason ? `✖ Not verified: ${reason}.` : '✖ Not verified.';
}
