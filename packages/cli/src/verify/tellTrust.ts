import {
  LineFit,
  LoadedTrustPolicy,
  matchesAnyGlob,
  SignedAssessment,
  TrustLine,
  VerifyCheck,
} from '@hotpass/supply-chain-evidence';
import { ExitCode } from '../ExitCode';
import { Outcome } from './Outcome';
import { whyNotVerified } from './tellChecks';
import { signerName } from './verifyWithMaterial';

/** A signed document, what was found of it, and the line that trusts it. */
export interface Told {
  assessed: SignedAssessment;
  checks: VerifyCheck[];
  loaded: LoadedTrustPolicy;
  line: TrustLine | undefined;
  entity: string | undefined;
  about: string | undefined;
  /** A trusted time that is still to come, so that no line trusts it. */
  early: string | undefined;
}

const UNCOMPARED = '; what it speaks about was not compared: give --artifact.';

const sentence = (text = 'nobody here knows its signer') =>
  `${text.replace(/\.$/, '')}.`;

export const failed = (checks: VerifyCheck[]) =>
  checks.some(({ state }) => state === 'failed');

export const isAbout = ({ entities }: TrustLine, entity: string | undefined) =>
  entity === undefined || matchesAnyGlob(entities, entity);

export function verdictOf(told: Told): Outcome['verdict'] {
  const { assessed, checks, line, entity, about, early } = told;
  const no = (text: string): Outcome['verdict'] => ({
    exitCode: ExitCode.no,
    text,
    style: 'red',
  });
  if (failed(checks)) return no(whyNotVerified(checks));
  if (assessed.state !== 'verified') {
    return no(`✖ Not verified: ${sentence(assessed.reason)}`);
  }
  const { signer } = assessed;
  const by = signer ? `Signed ${signerName(signer)}` : 'Signed by several';
  if (early !== undefined) {
    return no(
      `✖ ${by}, at a time that is still to come: ${early}. Compare the clocks of this machine and of the authority that told it.`,
    );
  }
  if (!line) return no(`✖ ${by}, which no line trusts: ${whyNoLine(told)}`);
  const fit = assessed.lines.find(one => one.line === line.id);
  const limits = [
    entity === undefined && `for ${line.entities.join(', ')}`,
    line.origins && `from ${line.origins.join(', ')}`,
    ...receiptLimits(fit),
  ].filter(Boolean);
  const what = about === undefined ? '' : `, about ${about}`;
  return {
    exitCode: ExitCode.yes,
    text: `✔ ${by}${what}; the line '${line.id}' trusts it${
      limits.length > 0 ? `, ${limits.join(', ')}` : ''
    }${about === undefined ? UNCOMPARED : '.'}`,
    style: about === undefined ? 'yellow' : 'green',
  };
}

/** Without a trusted time the portal asks when it received the bytes. */
function receiptLimits(fit: LineFit | undefined): string[] {
  const { from, until, revoked } = (fit?.state === 'met' && fit.receipt) || {};
  return [
    from && `where it was received from ${from} on`,
    until && `where it was received before ${until}`,
    revoked && `where it was received before ${revoked.since}`,
  ].filter(text => text !== undefined && text !== '') as string[];
}

/** The line that came nearest: the parts of a line are checked in this order. */
const NEARNESS = [
  'signer',
  'material',
  'source',
  'content',
  'period',
  'revoked',
];

function nearest({ assessed }: Told) {
  return assessed.lines
    .flatMap(fit => (fit.state === 'unmet' ? [fit] : []))
    .sort((a, b) => NEARNESS.indexOf(b.part) - NEARNESS.indexOf(a.part))[0];
}

function whyNoLine(told: Told): string {
  const { assessed, loaded, entity } = told;
  const other = loaded.policy.lines.find(
    (_, at) => assessed.lines[at].state === 'met',
  );
  if (other) {
    return `the line '${other.id}' is for ${other.entities.join(
      ', ',
    )}, not for ${entity}.`;
  }
  const line = nearest(told);
  return line
    ? `nearest is '${line.line}'. ${sentence(line.reason)}`
    : 'the policy has none.';
}

/** What would make the nearest line trust it. */
export function lineFixes(told: Told, place: string): Outcome['fixes'] {
  const { assessed, checks, line } = told;
  if (line || failed(checks)) return [];
  const near = nearest(told);
  if (!near || assessed.lines.some(({ state }) => state === 'met')) return [];
  return [
    {
      title: `Not trusted by '${near.line}'`,
      message: near.reason,
      solution: near.remedy,
      place,
    },
  ];
}
