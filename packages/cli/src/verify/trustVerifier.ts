import {
  assessDetached,
  assessSigned,
  LineFit,
  LoadedTrustPolicy,
  matchesAnyGlob,
  readTrustPolicy,
  SignedAssessment,
  SignedContent,
  TrustLine,
  TrustPolicyError,
  VerifyCheck,
} from '@hotpass/supply-chain-evidence';
import { CliError } from '../CliError';
import { ExitCode } from '../ExitCode';
import { entityRefOf } from '../placement';
import { compareContent } from './compareContent';
import { FoundSigned } from './findSigned';
import { Outcome } from './Outcome';
import { named, readDocument } from './readMaterial';
import { fixesOf, whyNotVerified } from './tellChecks';
import { signerName } from './verifyWithMaterial';

/** Checks a signed document by the portal's own trust policy. */
export async function trustVerifier(
  options: { trustPolicy: string; entity?: string },
  cwd: string,
): Promise<(found: FoundSigned) => Outcome> {
  const loaded = await readPolicy(options.trustPolicy, cwd);
  const entity = options.entity && entityRefOf(options.entity);
  return ({ bytes, given, artifact, statement, detached }) => {
    const assessed = named(given, () =>
      detached && artifact
        ? assessDetached(detached, artifact, loaded)
        : assessSigned(bytes, loaded),
    );
    const { state, signer, times, lines, material } = assessed;
    const checks = artifact
      ? compareContent(assessed, artifact)
      : assessed.checks;
    const line = loaded.policy.lines.find(
      (one, at) => lines[at].state === 'met' && isAbout(one, entity),
    );
    const about = artifact?.name ?? statement?.name;
    const told = { assessed, checks, loaded, line, entity, about };
    return {
      checks,
      verdict: verdictOf(told),
      fixes: [...fixesOf(checks, given), ...lineFixes(told, given)],
      details: {
        artifact: artifact?.name,
        entity,
        policy: loaded.digest,
        state: failed(checks) ? 'failed' : state,
        trustedBy: failed(checks) ? undefined : line?.id,
        signer,
        times,
        lines,
        material,
        checks,
      },
    };
  };
}

async function readPolicy(
  given: string,
  cwd: string,
): Promise<LoadedTrustPolicy> {
  const text = (await readDocument(given, cwd)).toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new CliError(`${given} is no JSON: ${(error as Error).message}`);
  }
  try {
    return readTrustPolicy(json);
  } catch (error) {
    if ((error as Error)?.name !== 'TrustPolicyError') throw error;
    const { problems } = error as TrustPolicyError;
    const [{ pointer, message, remedy }] = problems;
    const more =
      problems.length > 1 ? ` And ${problems.length - 1} more like this.` : '';
    throw new CliError(
      `${given} at ${pointer || '/'}: ${message} ${remedy}${more}`,
    );
  }
}

interface Told {
  assessed: SignedAssessment;
  checks: VerifyCheck[];
  loaded: LoadedTrustPolicy;
  line: TrustLine | undefined;
  entity: string | undefined;
  about: string | undefined;
}

const failed = (checks: VerifyCheck[]) =>
  checks.some(({ state }) => state === 'failed');

const isAbout = ({ entities }: TrustLine, entity: string | undefined) =>
  entity === undefined || matchesAnyGlob(entities, entity);

function verdictOf(told: Told): Outcome['verdict'] {
  const { assessed, checks, line, entity, about } = told;
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
  if (!line) return no(`✖ ${by}, which no line trusts: ${whyNoLine(told)}`);
  const fit = assessed.lines.find(one => one.line === line.id);
  const limits = [
    entity === undefined && `for ${line.entities.join(', ')}`,
    line.origins && `from ${line.origins.join(', ')}`,
    ...receiptLimits(fit),
    about === undefined &&
      whatOf(assessed.content) === 'file' &&
      'whatever file that is',
  ].filter(Boolean);
  const what = about === undefined ? '' : `, about ${about}`;
  return {
    exitCode: ExitCode.yes,
    text: `✔ ${by}${what}; the line '${line.id}' trusts it${
      limits.length > 0 ? `, ${limits.join(', ')}` : ''
    }.`,
    style: about === undefined ? 'yellow' : 'green',
  };
}

const whatOf = (content: SignedContent | undefined) => content?.type;

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
function lineFixes(told: Told, place: string): Outcome['fixes'] {
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

const sentence = (text = 'nobody here knows its signer') =>
  `${text.replace(/\.$/, '')}.`;
