import { Verification, verifySigned } from '@hotpass/supply-chain-evidence';
import { CliError } from '../CliError';
import { ExitCode } from '../ExitCode';
import { FoundSigned } from './findSigned';
import { Outcome } from './Outcome';
import { named, readMaterial } from './readMaterial';
import { fixesOf, whyNotVerified } from './tellChecks';

/** Keys, or a root with an identity. */
export interface MaterialOptions {
  key?: string[];
  pss?: boolean;
  trustedRoot?: string;
  identity?: string;
  issuer?: string;
  /** False with `--no-log`. */
  log: boolean;
}

/** Checks a signed document by what the flags say of its signer. */
export async function materialVerifier(
  options: MaterialOptions,
  cwd: string,
): Promise<(found: FoundSigned) => Outcome> {
  const expect = expectation(options);
  const material = await readMaterial(options, cwd);
  if (material.keys.length === 0 && !material.root) {
    throw new CliError(
      'Say what to check it with: --key, or --trusted-root with --identity and --issuer, or --trust-policy',
    );
  }
  return ({ bytes, given, artifact, statement }) => {
    const found = named(given, () =>
      verifySigned(bytes, {
        ...material,
        artifact,
        expect,
        require: options.log ? undefined : { log: 0 },
      }),
    );
    const { signer, state, times, checks } = found;
    return {
      checks,
      verdict: verdictOf(found, artifact?.name ?? statement?.name),
      fixes: fixesOf(checks, given),
      details: { artifact: artifact?.name, state, signer, times, checks },
    };
  };
}

/** Whoever trusts any certificate of a public authority trusts everybody. */
function expectation({ identity, issuer, trustedRoot }: MaterialOptions) {
  if (identity && issuer) return { identity, issuer };
  if (identity || issuer || trustedRoot !== undefined) {
    throw new CliError(
      'A certificate says only that somebody signed: give both --identity and --issuer',
    );
  }
  return undefined;
}

function verdictOf(
  { state, signer, checks }: Verification,
  about: string | undefined,
): Outcome['verdict'] {
  if (state === 'failed' || !signer) {
    return {
      exitCode: ExitCode.no,
      text: whyNotVerified(checks),
      style: 'red',
    };
  }
  // Who signed is half of it
  const compared = about !== undefined;
  return {
    exitCode: ExitCode.yes,
    text: compared
      ? `✔ Signed ${signerName(signer)}, about ${about}.`
      : `✔ Signed ${signerName(
          signer,
        )}; what it speaks about was not compared: give --artifact.`,
    style: compared ? 'green' : 'yellow',
  };
}

/** Who signed, for a sentence. */
export function signerName(
  signer: NonNullable<Verification['signer']>,
): string {
  return signer.type === 'key'
    ? `with the key ${signer.keyId.slice(0, 16)}…`
    : `by ${signer.identity}`;
}
