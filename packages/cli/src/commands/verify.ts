import {
  Verification,
  VerifyCheck,
  verifySigned,
} from '@hotpass/supply-chain-evidence';
import { Command } from 'commander';
import { CliError } from '../CliError';
import { Result, tellResult, TellOptions } from '../documents/tellResult';
import { ExitCode } from '../ExitCode';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import {
  named,
  readArtifact,
  readDocument,
  readMaterial,
} from '../verify/readMaterial';
import { addExamples } from './addExamples';

interface VerifyCommandOptions extends TellOptions {
  artifact?: string;
  key?: string[];
  pss?: boolean;
  trustedRoot?: string;
  identity?: string;
  issuer?: string;
  /** False with `--no-log`. */
  log: boolean;
}

export function verifyCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('verify')
    .description('checks who signed a document, and what it speaks about')
    .argument('<file>', 'a DSSE envelope or a Sigstore bundle')
    .option('--artifact <file>', 'the file that it should speak about')
    .option('--key <file...>', 'public keys in PEM, one of which should fit')
    .option('--pss', 'the RSA keys sign with PSS')
    .option('--trusted-root <file>', "a Sigstore's trusted_root.json")
    .option('--identity <name>', 'who should have signed, to the letter')
    .option('--issuer <url>', 'who should have told that identity')
    .option('--no-log', 'a certificate needs no log entry, only a timestamp')
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'only print the verdict and errors')
    .action(async (file: string, options: VerifyCommandOptions) => {
      end(await verify(file, options, surroundings));
    });
  addExamples(command, [
    [
      'signed with a key',
      'supply-chain verify provenance.dsse.json --key release.pub --artifact dist/app.tgz',
    ],
    [
      'signed by a workflow, without any key',
      'supply-chain verify app.sigstore.json --trusted-root trusted_root.json --identity https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.4.0 --issuer https://token.actions.githubusercontent.com',
    ],
  ]);
}

async function verify(
  file: string,
  options: VerifyCommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { cwd } = surroundings;
  const expected = expectation(options);
  const material = await readMaterial(options, cwd);
  if (material.keys.length === 0 && !material.root) {
    throw new CliError(
      'Say what to check it with: --key, or --trusted-root with --identity and --issuer',
    );
  }
  const artifact =
    options.artifact === undefined
      ? undefined
      : await readArtifact(options.artifact, cwd);
  const bytes = await readDocument(file, cwd);
  const found = named(file, () =>
    verifySigned(bytes, {
      ...material,
      artifact,
      expect: expected,
      require: options.log ? undefined : { log: 0 },
    }),
  );
  const terminal = new Terminal(surroundings);
  if (!options.json && !options.quiet) {
    for (const check of found.checks) terminal.line(lineOf(check));
  }
  const fixes = fixesOf(found, file);
  await tellResult(
    {
      title: `Signature of ${file}`,
      verdict: verdictOf(found, options.artifact),
      fixes,
      details: {
        file,
        artifact: options.artifact,
        state: found.state,
        signer: found.signer,
        times: found.times,
        checks: found.checks,
      },
    },
    options,
    { ...surroundings, terminal },
  );
  return found.state === 'verified' ? ExitCode.yes : ExitCode.no;
}

/** Whoever trusts any certificate of a public authority trusts everybody. */
function expectation({ identity, issuer, trustedRoot }: VerifyCommandOptions) {
  if (identity && issuer) return { identity, issuer };
  if (identity || issuer || trustedRoot !== undefined) {
    throw new CliError(
      'A certificate says only that somebody signed: give both --identity and --issuer',
    );
  }
  return undefined;
}

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

function lineOf({ check, state, reason }: VerifyCheck): string {
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

function fixesOf({ checks }: Verification, file: string): Result['fixes'] {
  return checks
    .filter(({ state }) => state === 'failed')
    .map(({ check, reason = '', remedy = '' }) => ({
      title: `Not so: ${WORDS[check]}`,
      message: reason,
      solution: remedy,
      place: file,
    }));
}

function verdictOf(
  { state, signer }: Verification,
  artifact: string | undefined,
): Result['verdict'] {
  if (state === 'failed' || !signer) {
    return { exitCode: ExitCode.no, text: '✖ Not verified.', style: 'red' };
  }
  const who =
    signer.type === 'key'
      ? `with the key ${signer.keyId.slice(0, 16)}…`
      : `by ${signer.identity}`;
  // Who signed is half of it
  return artifact === undefined
    ? {
        exitCode: ExitCode.yes,
        text: `✔ Signed ${who}; what it speaks about was not compared: give --artifact.`,
        style: 'yellow',
      }
    : {
        exitCode: ExitCode.yes,
        text: `✔ Signed ${who}, about ${artifact}.`,
        style: 'green',
      };
}
