import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  readSigningKey,
  signBundle,
  SigningKey,
} from '@hotpass/supply-chain-evidence';
import { Command } from 'commander';
import { CliError } from '../CliError';
import { whyNot } from '../documents/systemError';
import { tellResult, TellOptions } from '../documents/tellResult';
import { writeDocument } from '../documents/writeDocument';
import { ExitCode } from '../ExitCode';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { named } from '../verify/readMaterial';
import { addExamples } from './addExamples';

interface SignOptions extends TellOptions {
  keyFile?: string;
}

export function signCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('sign')
    .description(
      'signs files with a key, each into a Sigstore bundle beside it',
    )
    .argument('<files...>', 'in-toto statements, or any other files')
    .option(
      '--key-file <file>',
      'private key in PEM (default: the text in SUPPLY_CHAIN_SIGNING_KEY)',
    )
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'only print the verdict and errors')
    .action(async (files: string[], options: SignOptions) => {
      end(await sign(files, options, surroundings));
    });
  addExamples(command, [
    [
      'what a build made, and what was said of it',
      'supply-chain sign dist/app.tgz dist/provenance/provenance.json --key-file release.pem',
    ],
  ]);
}

async function sign(
  files: string[],
  options: SignOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { cwd } = surroundings;
  const key = await readTheKey(options, surroundings);
  // Nothing is written when one of them is wrong
  const bundles = [];
  for (const file of files) {
    const bytes = await read(file, cwd);
    bundles.push({
      file,
      bundle: `${file}.sigstore.json`,
      content: named(file, () => signBundle(bytes, key)),
    });
  }
  for (const { bundle, content } of bundles) {
    await writeDocument(`${JSON.stringify(content)}\n`, bundle, surroundings);
  }
  const terminal = new Terminal(surroundings);
  if (!options.json && !options.quiet) {
    for (const { bundle } of bundles) terminal.line(`✔ ${bundle}`);
  }
  const count = `${files.length} file${files.length === 1 ? '' : 's'}`;
  await tellResult(
    {
      title: 'Signed files',
      verdict: {
        exitCode: ExitCode.yes,
        text: `✔ Signed ${count} with the key ${key.id.slice(0, 16)}….`,
        style: 'green',
      },
      fixes: [],
      details: {
        keyId: key.id,
        signed: bundles.map(({ file, bundle }) => ({ file, bundle })),
      },
    },
    options,
    { ...surroundings, terminal },
  );
  return ExitCode.yes;
}

async function readTheKey(
  { keyFile }: SignOptions,
  { env, cwd }: Surroundings,
): Promise<SigningKey> {
  const passphrase = env.SUPPLY_CHAIN_SIGNING_PASSPHRASE;
  if (keyFile !== undefined) {
    const pem = (await read(keyFile, cwd)).toString('utf8');
    return named(keyFile, () => readSigningKey(pem, passphrase));
  }
  const pem = env.SUPPLY_CHAIN_SIGNING_KEY;
  if (pem) {
    return named('SUPPLY_CHAIN_SIGNING_KEY', () =>
      readSigningKey(pem, passphrase),
    );
  }
  throw new CliError(
    'There is no key to sign with: give --key-file, or a key in PEM in SUPPLY_CHAIN_SIGNING_KEY',
  );
}

async function read(file: string, cwd: string): Promise<Buffer> {
  try {
    return await readFile(resolve(cwd, file));
  } catch (error) {
    throw new CliError(`${file} cannot be read: ${whyNot(error)}`);
  }
}
