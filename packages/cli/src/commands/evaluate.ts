import { Command, InvalidArgumentError, Option } from 'commander';
import { EVIDENCE_KINDS } from '@hotpass/backstage-plugin-supply-chain-common';
import type { EvidenceKind } from '@hotpass/supply-chain-evidence';
import { openWithCompanions } from '../companions/openWithCompanions';
import {
  findLink,
  tellResult,
  TellOptions,
  terminalBeside,
} from '../documents/tellResult';
import { assessFiles } from '../evaluate/assessFiles';
import { fixesOf } from '../evaluate/fixesOf';
import { judgeFiles } from '../evaluate/judgeFiles';
import { printJudgement } from '../evaluate/printJudgement';
import { readFiles } from '../evaluate/readFiles';
import { toSarif } from '../evaluate/toSarif';
import { ExitCode } from '../ExitCode';
import { entityRefOf } from '../placement';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { verdictLine } from '../verdict';
import { readPolicy } from '../verify/readPolicy';
import { addExamples } from './addExamples';

interface EvaluateOptions extends TellOptions {
  entity?: string;
  release?: string;
  collection: string;
  expect?: EvidenceKind[];
  complete?: boolean;
  trustPolicy?: string;
  output: 'text' | 'json' | 'sarif';
}

function kinds(text: string): EvidenceKind[] {
  const given = text.split(',').map(kind => kind.trim());
  const wrong = given.find(
    kind => !EVIDENCE_KINDS.includes(kind as EvidenceKind),
  );
  if (wrong !== undefined) {
    throw new InvalidArgumentError(
      `'${wrong}' is not one of ${EVIDENCE_KINDS.join(', ')}.`,
    );
  }
  return given as EvidenceKind[];
}

export function evaluateCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('evaluate')
    .description('judges documents on this machine, as the portal would')
    .argument('<files...>', 'SBOM, provenance, scan, checksums, …')
    .option(
      '--entity <ref>',
      'kind:namespace/name; else SUPPLY_CHAIN_ENTITY or component:default/local',
    )
    .option(
      '--release <version>',
      'the version they are about; else SUPPLY_CHAIN_RELEASE or local',
    )
    .addOption(
      new Option('--collection <name>', 'which rules count')
        .choices(['minimal', 'release'])
        .default('release'),
    )
    .option(
      '--expect <kinds>',
      'required kinds, with commas; else an SBOM, and provenance wanted',
      kinds,
    )
    .option(
      '--complete',
      'there is nothing but these files: the rest is missing',
    )
    .option(
      '--trust-policy <file>',
      "the portal's trust policy: checks signatures, and who may say what about the entity",
    )
    .addOption(
      new Option('--output <form>', 'how the judgement is printed')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .option('--json', 'the same as --output json')
    .option('--quiet', 'only print the verdict and errors')
    .action(async (files: string[], options: EvaluateOptions) => {
      end(await evaluate(files, options, surroundings));
    });
  addExamples(command, [
    [
      'before anything is sent',
      'supply-chain evaluate dist/sbom/my-service-sbom.json',
    ],
    [
      'everything that a release needs, else no',
      'supply-chain evaluate sbom.cdx.json provenance.json --expect sbom,provenance --complete',
    ],
    [
      'with signatures, as the portal trusts them',
      'supply-chain evaluate sbom.sigstore.json provenance.sigstore.json --trust-policy trust.json --entity component:default/app',
    ],
    [
      'for code scanning',
      'supply-chain evaluate sbom.cdx.json --output sarif > supply-chain.sarif',
    ],
  ]);
}

async function evaluate(
  paths: string[],
  options: EvaluateOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { env, cwd } = surroundings;
  const output = options.json ? 'json' : options.output;
  const entity = options.entity ?? env.SUPPLY_CHAIN_ENTITY;
  const release = options.release ?? env.SUPPLY_CHAIN_RELEASE ?? 'local';
  const entityRef = entityRefOf(entity ?? 'component:default/local');
  const loaded =
    options.trustPolicy === undefined
      ? undefined
      : await readPolicy(options.trustPolicy, cwd);
  const { files, notes } = await openWithCompanions(paths, cwd);
  const read = await readFiles(files);
  const local = await judgeFiles({
    read,
    entityRef,
    release,
    channel: 'release',
    collection: options.collection,
    expected: options.expect?.map(kind => ({
      kind,
      level: 'required' as const,
    })) ?? [
      { kind: 'sbom', level: 'required' },
      { kind: 'provenance', level: 'wanted' },
    ],
    complete: options.complete ?? false,
    trust: loaded && {
      policy: loaded.policy,
      assessments: await assessFiles(read, loaded),
    },
    now: new Date(),
  });
  const verdict = verdictLine(local.judgement);
  const { exitCode } = verdict;
  const fixes = fixesOf(local.judgement.rules);
  // What a program reads goes alone to standard output.
  const terminal =
    output === 'sarif'
      ? terminalBeside('-', surroundings)
      : new Terminal(surroundings);
  if (output === 'sarif') {
    const tool = require('../../package.json');
    const log = toSarif({ read, local, tool, exitCode });
    new Terminal(surroundings).json(log);
  } else if (output === 'text' && !options.quiet) {
    for (const note of notes) terminal.line(`– ${note}`, 'dim');
    printJudgement(terminal, read, local);
  }
  await tellResult(
    {
      title: `${entityRef} ${release}, judged locally`,
      verdict,
      fixes,
      link: await findLink(surroundings, entity),
      details: local,
    },
    {
      json: output === 'json',
      quiet: options.quiet,
      // Again below a list that is longer than a look
      fixesShown: output === 'text' && fixes.length <= 3,
    },
    { ...surroundings, terminal },
  );
  return exitCode;
}
