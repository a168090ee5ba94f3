import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { CliError } from '../CliError';
import { digestFiles } from '../documents/digestFile';
import {
  findLink,
  Result,
  tellResult,
  TellOptions,
  terminalBeside,
} from '../documents/tellResult';
import { ExitCode } from '../ExitCode';
import { findSource, repositoryUri, Source } from '../provenance/findSource';
import { makeProvenance, sourceOf } from '../provenance/makeProvenance';
import { Pipeline, pipelineOf } from '../provenance/Pipeline';
import { addSignOption, MaySign } from '../sign/SigningOptions';
import { SignedNote, writeSigned } from '../sign/writeSigned';
import type { Surroundings } from '../Surroundings';
import { addExamples } from './addExamples';

interface ProvenanceOptions extends TellOptions, MaySign {
  output?: string;
  repository?: string;
  command?: string;
  startedAt?: string;
}

const UNSIGNED = 'dist/provenance/provenance.json';
const SIGNED = 'dist/provenance/provenance.sigstore.json';

export function provenanceCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('provenance')
    .description('says from which commit build products were made (SLSA v1)')
    .argument('<files...>', 'the build products')
    .option(
      '--repository <url>',
      "where the source is; else the job's, else the git remote",
    )
    .option('--command <line>', 'the command that built them')
    .option('--started-at <time>', 'when the build began, RFC 3339')
    .option(
      '--output <file>',
      `where to write; - for here (default: ${UNSIGNED}, signed ${SIGNED})`,
    );
  addSignOption(
    command,
    'sign it: the output is a Sigstore bundle with it inside',
  )
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'only print the verdict and errors')
    .action(async (files: string[], options: ProvenanceOptions) => {
      end(await provenance(files, options, surroundings));
    });
  addExamples(command, [
    ['of what a build made', 'supply-chain provenance dist/my-service.tgz'],
    [
      'with the command that made it',
      'supply-chain provenance dist/*.tgz --command "npm pack" --started-at "$STARTED"',
    ],
    [
      'signed as this job',
      'supply-chain provenance dist/*.tgz --sign --signing-config signing_config.json',
    ],
  ]);
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

function timeOf(text: string | undefined, from: string): Date | undefined {
  if (text === undefined) return undefined;
  if (!TIME.test(text) || Number.isNaN(Date.parse(text))) {
    throw new CliError(
      `${from} ${text} is not a time such as 2026-01-31T12:00:00Z`,
    );
  }
  return new Date(text);
}

async function provenance(
  paths: string[],
  options: ProvenanceOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { cwd, env } = surroundings;
  const { output = options.sign ? SIGNED : UNSIGNED } = options;
  if (options.json && output === '-') {
    throw new CliError(
      'Both --json and --output - write to standard output: choose one',
    );
  }
  const repository = options.repository && repositoryUri(options.repository);
  if (options.repository && !repository) {
    throw new CliError(
      `--repository ${options.repository} is not the address of a repository, such as https://github.com/example/my-service`,
    );
  }
  const finishedOn = new Date();
  const pipeline = pipelineOf(env);
  const startedOn =
    timeOf(options.startedAt, '--started-at') ??
    timeOf(pipeline.startedOn, 'CI_JOB_STARTED_AT');
  if (startedOn && startedOn > finishedOn) {
    throw new CliError(
      `The build began at ${startedOn.toISOString()}, which is in the future: check --started-at`,
    );
  }
  const files = await digestFiles(paths, cwd);
  const here = realpathSync(cwd);
  const found = await findSource(
    cwd,
    [...paths, output].map(path => resolve(here, path)),
  );
  const source = sourceOf(found, pipeline, repository || undefined);
  const statement = makeProvenance({
    files,
    source,
    pipeline,
    command: options.command,
    startedOn,
    finishedOn,
  });
  const text = `${JSON.stringify(statement, null, 2)}\n`;
  const signature = await writeSigned(
    { text, output, inBundle: true },
    options,
    surroundings,
  );
  const result = resultOf({
    output,
    count: files.length,
    source,
    pipeline,
    signature,
  });
  await tellResult(
    {
      ...result,
      link: await findLink(surroundings),
      details: {
        output,
        files,
        source,
        builder: pipeline.builderId,
        signature: signature?.details,
      },
    },
    options,
    { ...surroundings, terminal: terminalBeside(output, surroundings) },
  );
  return result.verdict.exitCode;
}

/** A statement that leaves the source open is made, but tells little; it says so. */
function resultOf(made: {
  output: string;
  count: number;
  source: Source | undefined;
  pipeline: Pipeline;
  signature: SignedNote | undefined;
}): Omit<Result, 'link' | 'details'> {
  const { output, count, source, pipeline, signature } = made;
  const fixes: Result['fixes'] = [];
  if (!source?.commit) {
    fixes.push({
      title: 'The source is not known',
      message: 'there is no commit here',
      solution: 'Run this in the working copy that was built.',
      place: '/predicate/buildDefinition/resolvedDependencies',
    });
  } else if (!source.uri) {
    fixes.push({
      title: 'The source is not known',
      message: 'git has no remote called origin that is an address',
      solution: 'Name it with --repository <url>.',
      place: '/predicate/buildDefinition/resolvedDependencies',
    });
  }
  if (source?.changed) {
    fixes.push({
      title: 'The commit is not what was built',
      message: 'files differ from it',
      solution: 'Commit or ignore them, build again, then run this again.',
      command: 'git status --short',
      place: '/predicate/buildDefinition/internalParameters/uncommittedChanges',
    });
  }
  const from = source ? `commit ${source.commit.slice(0, 12)}` : 'no commit';
  const what = `${output === '-' ? 'Provenance' : output}: ${count} output${
    count === 1 ? '' : 's'
  } from ${from}, by ${pipeline.builderId}, ${signature?.words ?? 'unsigned'}`;
  return {
    title: `Provenance ${output}`,
    fixes,
    verdict: {
      exitCode: ExitCode.yes,
      text: `${fixes.length > 0 ? '⚠' : '✔'} ${what}.`,
      style: fixes.length > 0 ? 'yellow' : 'green',
    },
  };
}
