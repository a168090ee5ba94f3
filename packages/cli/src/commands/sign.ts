import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { CliError } from '../CliError';
import { whyNot } from '../documents/systemError';
import { tellResult, TellOptions } from '../documents/tellResult';
import { writeDocument } from '../documents/writeDocument';
import { ExitCode } from '../ExitCode';
import { openSigning } from '../sign/openSigning';
import { addSigningOptions, SigningOptions } from '../sign/SigningOptions';
import { bundleBeside } from '../sign/writeSigned';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { addExamples } from './addExamples';

type SignOptions = SigningOptions & TellOptions;

export function signCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('sign')
    .description('signs files, each into a Sigstore bundle beside it')
    .argument('<files...>', 'in-toto statements, or any other files');
  addSigningOptions(command)
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'only print the verdict and errors')
    .action(async (files: string[], options: SignOptions) => {
      end(await sign(files, options, surroundings));
    });
  addExamples(command, [
    [
      'with a key',
      'supply-chain sign dist/app.tgz dist/provenance/provenance.json --key-file release.pem',
    ],
    [
      'as this job, by the Sigstore of your organisation',
      'supply-chain sign dist/app.tgz --signing-config signing_config.json',
    ],
  ]);
}

async function sign(
  files: string[],
  options: SignOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const documents: { file: string; bytes: Buffer }[] = [];
  for (const file of files) {
    documents.push({ file, bytes: await read(file, surroundings.cwd) });
  }
  const signing = await openSigning(options, surroundings);
  // Nothing is written when one of them is wrong
  const signed = [];
  for (const { file, bytes } of documents) {
    const text = await signing.sign(bytes, file);
    signed.push({ file, bundle: bundleBeside(file), text });
  }
  for (const { bundle, text } of signed) {
    await writeDocument(text, bundle, surroundings);
  }
  const terminal = new Terminal(surroundings);
  if (!options.json && !options.quiet) {
    for (const { bundle } of signed) terminal.line(`✔ ${bundle}`);
  }
  const count = `${files.length} file${files.length === 1 ? '' : 's'}`;
  const where = signing.published && `, published in ${signing.published}`;
  await tellResult(
    {
      title: 'Signed files',
      verdict: {
        exitCode: ExitCode.yes,
        text: `✔ Signed ${count} ${signing.name()}${where}.`,
        style: 'green',
      },
      fixes: [],
      details: {
        ...signing.details(),
        signed: signed.map(({ file, bundle }) => ({ file, bundle })),
      },
    },
    options,
    { ...surroundings, terminal },
  );
  return ExitCode.yes;
}

async function read(file: string, cwd: string): Promise<Buffer> {
  try {
    return await readFile(resolve(cwd, file));
  } catch (error) {
    throw new CliError(`${file} cannot be read: ${whyNot(error)}`);
  }
}
