import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { CliError } from '../CliError';
import {
  findLink,
  tellResult,
  TellOptions,
  terminalBeside,
} from '../documents/tellResult';
import { fixesOf } from '../evaluate/fixesOf';
import { judgeFiles } from '../evaluate/judgeFiles';
import { readBytes } from '../evaluate/readFiles';
import { ExitCode } from '../ExitCode';
import { entityRefOf } from '../placement';
import { authorOf } from '../sbom/authorOf';
import { completeSbom } from '../sbom/completeSbom';
import { Generated, generateSbom } from '../sbom/generateSbom';
import { GeneratorName, GENERATORS } from '../sbom/generators';
import { attestSbom } from '../sign/attestSbom';
import { addSignOption, MaySign } from '../sign/SigningOptions';
import { SignedNote, writeSigned } from '../sign/writeSigned';
import type { Surroundings } from '../Surroundings';
import type { VerdictLine } from '../verdict';
import { addExamples } from './addExamples';

interface SbomOptions extends TellOptions, MaySign {
  subject?: string[];
  output?: string;
  name?: string;
  release?: string;
  author?: string;
  generator?: GeneratorName;
  builtin?: boolean;
  development?: boolean;
}

export function sbomCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('sbom')
    .description('lists what a project is made of (CycloneDX 1.6)')
    .argument('[folder]', 'the folder of the project', '.')
    .addOption(
      new Option(
        '--generator <name>',
        'who lists it; else the lockfile tells',
      ).choices(Object.keys(GENERATORS)),
    )
    .addOption(
      new Option(
        '--builtin',
        'only what one installed npm package needs at run time; needs no download',
      ).conflicts(['generator', 'development']),
    )
    .option('--development', 'development dependencies too')
    .option('--name <name>', 'instead of the name in the project')
    .option('--release <version>', 'instead of the version in the project')
    .option('--author <name>', 'who answers for the list')
    .option(
      '--output <file>',
      'where to write; - for here (default: dist/sbom/<name>-sbom.json)',
    );
  addSignOption(command, 'sign it too, into a Sigstore bundle beside it')
    .option(
      '--subject <file...>',
      'build products that it describes: the bundle then speaks about them',
    )
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'only print the verdict and errors')
    .action(async (folder: string, options: SbomOptions) => {
      end(await sbom(folder, options, surroundings));
    });
  addExamples(command, [
    ['of the project in this folder', 'supply-chain sbom'],
    [
      'of one workspace, from what is installed, offline',
      'supply-chain sbom packages/api --builtin',
    ],
    [
      'in a pipeline',
      'supply-chain sbom --author "Example Ltd" --release "$VERSION" --output sbom.cdx.json',
    ],
  ]);
}

/** The name of a file for a component called so. */
function fileNameOf({ bom }: Generated): string {
  const name = bom.metadata?.component?.name?.split('/').pop() ?? '';
  const safe = name.replace(/[^\w.-]+/g, '-').replace(/^[-.]+|-+$/g, '');
  return `dist/sbom/${safe || 'project'}-sbom.json`;
}

async function sbom(
  folder: string,
  options: SbomOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { env, cwd } = surroundings;
  if (options.json && options.output === '-') {
    throw new CliError(
      'Both --json and --output - write to standard output: choose one',
    );
  }
  const terminal = terminalBeside(options.output ?? '', surroundings);
  const tool = require('../../package.json') as GenerateTool;
  const made = await generateSbom({
    ...options,
    folder: resolve(cwd, folder),
    env,
    tool,
    onStart: text => {
      if (!options.quiet && !options.json) terminal.progress(text);
    },
  });
  const filled = completeSbom(made.bom, {
    author: options.author ?? authorOf(env),
    authorGiven: options.author !== undefined,
    phase: made.phase,
    generator: made.generator,
    tool,
    name: options.name,
    version: options.release,
  });
  const output = options.output ?? fileNameOf(made);
  const text = `${JSON.stringify(made.bom, null, 2)}\n`;
  const signature = await writeSigned(
    {
      text,
      output,
      statement: await attestSbom(made.bom, options, surroundings),
    },
    options,
    surroundings,
  );

  const { fragment, fixes } = await lookAt(text, output, options);
  const components = fragment.components?.name.length ?? 0;
  const verdict = verdictOf(
    made.generator,
    output,
    { ...fragment.valid, components },
    signature,
  );
  if (!options.json && !options.quiet && filled.length > 0) {
    terminal.line(`Filled in: ${filled.join(', ')}`, 'dim');
  }
  await tellResult(
    {
      title: `SBOM ${output}`,
      verdict,
      fixes,
      link: await findLink(surroundings),
      details: {
        output,
        components,
        filled,
        generator: made.generator,
        signature: signature?.details,
      },
    },
    options,
    { ...surroundings, terminal },
  );
  return verdict.exitCode;
}

type GenerateTool = { name: string; version: string };

/** Reads the list as the portal will, so that its gaps are known before it is sent. */
async function lookAt(
  text: string,
  output: string,
  { release = 'local' }: SbomOptions,
) {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const read = readBytes(bytes, {
    given: output,
    path: output,
    fileName: output.split('/').pop()!,
    size: bytes.length,
    digest: `sha256:${sha256}`,
  });
  const { judgement } = await judgeFiles({
    read: [read],
    entityRef: entityRefOf('component:default/local'),
    release,
    channel: 'release',
    collection: 'release',
    expected: [{ kind: 'sbom', level: 'required' }],
    complete: false,
    now: new Date(),
  });
  // Nobody has had a chance to sign it yet.
  const rules = judgement.rules.filter(({ code }) => !code.startsWith('SIG-'));
  return { fragment: read.fragment, fixes: fixesOf(rules) };
}

function verdictOf(
  generator: string,
  output: string,
  found: { state: string; defectCount: number; components: number },
  signature: SignedNote | undefined,
): VerdictLine {
  const { state, defectCount, components } = found;
  const by = `${output === '-' ? 'SBOM' : output}: ${components} component${
    components === 1 ? '' : 's'
  }, by ${generator}${signature ? `, ${signature.words}` : ''}`;
  return state === 'invalid'
    ? {
        exitCode: ExitCode.no,
        text: `✖ ${by}, not valid: ${defectCount} defects.`,
        style: 'red',
      }
    : {
        exitCode: ExitCode.yes,
        text: `${components === 0 ? '⚠' : '✔'} ${by}.`,
        style: components === 0 ? 'yellow' : 'green',
      };
}
