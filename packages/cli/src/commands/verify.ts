import { Command, Option } from 'commander';
import { tellResult, TellOptions } from '../documents/tellResult';
import { ExitCode } from '../ExitCode';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { findSigned } from '../verify/findSigned';
import { lineOf } from '../verify/tellChecks';
import { trustVerifier } from '../verify/trustVerifier';
import {
  MaterialOptions,
  materialVerifier,
} from '../verify/verifyWithMaterial';
import { addExamples } from './addExamples';

interface VerifyCommandOptions extends TellOptions, MaterialOptions {
  artifact?: string;
  trustPolicy?: string;
  entity?: string;
}

export function verifyCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('verify')
    .description('checks who signed a document, and what it speaks about')
    .argument(
      '<file>',
      'a DSSE envelope, a Sigstore bundle, or a file whose signature lies beside it',
    )
    .option('--artifact <file>', 'the file that it should speak about')
    .option('--key <file...>', 'public keys in PEM, one of which should fit')
    .option('--pss', 'the RSA keys sign with PSS')
    .option('--trusted-root <file>', "a Sigstore's trusted_root.json")
    .option('--identity <name>', 'who should have signed, to the letter')
    .option('--issuer <url>', 'who should have told that identity')
    .option('--no-log', 'a certificate needs no log entry, only a timestamp')
    .addOption(
      new Option(
        '--trust-policy <file>',
        "the portal's trust policy: says which of its lines trusts this",
      ).conflicts(['key', 'pss', 'trustedRoot', 'identity', 'issuer', 'log']),
    )
    .option('--entity <ref>', 'whose evidence it is, for the policy')
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'only print the verdict and errors')
    .action(async (file: string, options: VerifyCommandOptions) => {
      end(await verify(file, options, surroundings));
    });
  addExamples(command, [
    [
      'signed with a key, into dist/app.tgz.sigstore.json',
      'supply-chain verify dist/app.tgz --key release.pub',
    ],
    [
      'signed by a workflow, without any key',
      'supply-chain verify provenance.sigstore.json --artifact dist/app.tgz --trusted-root trusted_root.json --identity https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.4.0 --issuer https://token.actions.githubusercontent.com',
    ],
    [
      'as the portal would',
      'supply-chain verify provenance.sigstore.json --trust-policy trust.json --entity component:default/app',
    ],
  ]);
}

async function verify(
  file: string,
  options: VerifyCommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { cwd, env } = surroundings;
  const { trustPolicy, entity = env.SUPPLY_CHAIN_ENTITY } = options;
  const check =
    trustPolicy === undefined
      ? await materialVerifier(options, cwd)
      : await trustVerifier({ trustPolicy, entity }, cwd);
  const found = await findSigned(file, options.artifact, cwd);
  const { checks, verdict, fixes, details } = check(found);
  const terminal = new Terminal(surroundings);
  if (!options.json && !options.quiet) {
    for (const one of checks) terminal.line(lineOf(one));
  }
  await tellResult(
    {
      title: `Signature of ${file}`,
      verdict,
      fixes,
      details: { file, signature: found.given, ...details },
    },
    options,
    { ...surroundings, terminal },
  );
  return verdict.exitCode;
}
