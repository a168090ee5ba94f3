import { Command } from 'commander';
import { CheckedLine, checkList } from '../checksums/checkList';
import { compareSubjects } from '../checksums/compareSubjects';
import { readList, readSubjects } from '../checksums/readList';
import { checksumLine, nameInList } from '../checksums/writeChecksums';
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
import { addSignOption, MaySign } from '../sign/SigningOptions';
import { writeSigned } from '../sign/writeSigned';
import type { Surroundings } from '../Surroundings';
import { countText } from '../terminal/countText';
import { Terminal } from '../terminal/Terminal';
import type { VerdictLine } from '../verdict';
import { addExamples } from './addExamples';

interface ChecksumsOptions extends TellOptions, MaySign {
  output?: string;
  check?: boolean;
  provenance?: string;
}

export function checksumsCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('checksums')
    .description('lists the sha256 of build products, as sha256sum does')
    .argument('<files...>', 'the build products; with --check the lists')
    .option('--check', 'compare the files with what the lists say of them')
    .option(
      '--provenance <file>',
      'tell where a list and the subjects of this provenance differ',
    )
    .option(
      '--output <file>',
      'where to write; - for here (default: checksums.txt)',
    );
  addSignOption(command, 'sign it too, into a Sigstore bundle beside it')
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'only print the verdict and errors')
    .action(async (files: string[], options: ChecksumsOptions) => {
      end(
        options.check
          ? await check(files, options, surroundings)
          : await make(files, options, surroundings),
      );
    });
  addExamples(command, [
    [
      'of what a build made',
      'supply-chain checksums dist/*.tgz --output dist/checksums.txt',
    ],
    [
      'are they still the same, and what the provenance speaks about?',
      'supply-chain checksums --check dist/checksums.txt --provenance dist/provenance/provenance.json',
    ],
  ]);
}

async function make(
  paths: string[],
  options: ChecksumsOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { cwd } = surroundings;
  const { output = 'checksums.txt', provenance } = options;
  if (options.json && output === '-') {
    throw new CliError(
      'Both --json and --output - write to standard output: choose one',
    );
  }
  const files = await digestFiles(paths, cwd, nameInList(output, cwd));
  const subjects = provenance && (await readSubjects(provenance, cwd));
  const text = files.map(checksumLine).join('');
  const signed = await writeSigned({ text, output }, options, surroundings);
  const fixes = subjects
    ? compareSubjects(
        files.map(({ name, sha256 }, index) => ({
          name,
          algorithm: 'sha256',
          digest: sha256,
          line: index + 1,
        })),
        subjects,
        { list: output, provenance: provenance! },
      )
    : [];
  const what = `${output === '-' ? 'Checksums' : output}: ${countText(
    files.length,
    'file',
  )}${signed ? `, ${signed.words}` : ''}`;
  return await tell(
    {
      title: `Checksums ${output}`,
      verdict: verdictOf(what, fixes),
      fixes,
      details: { output, files, provenance, signature: signed?.details },
    },
    options,
    { ...surroundings, terminal: terminalBeside(output, surroundings) },
  );
}

async function check(
  lists: string[],
  options: ChecksumsOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { cwd } = surroundings;
  if (options.output !== undefined) {
    throw new CliError('--check writes no list: leave --output out');
  }
  if (options.sign) {
    throw new CliError('--check writes no list: leave --sign out');
  }
  const terminal = new Terminal(surroundings);
  const fixes: Result['fixes'] = [];
  const lines: (CheckedLine & { list: string })[] = [];
  const { provenance } = options;
  const subjects = provenance && (await readSubjects(provenance, cwd));
  for (const list of lists) {
    const { entries, defects } = await readList(list, cwd);
    const checked = await checkList(entries, list, cwd);
    lines.push(...checked.map(one => ({ ...one, list })));
    fixes.push(
      ...checked
        .filter(({ state }) => state !== 'ok')
        .map(one => fixOf(one, list)),
      ...defects.map(({ message, line }) => ({
        title: 'The list is not whole',
        message,
        solution: 'Make the list again.',
        place: `${list}${line === undefined ? '' : ` line ${line}`}`,
      })),
    );
    if (subjects) {
      fixes.push(
        ...compareSubjects(entries, subjects, {
          list,
          provenance: provenance!,
        }),
      );
    }
  }
  if (!options.json && !options.quiet) {
    for (const { name, state, message, weak, algorithm } of lines) {
      const mark = state === 'ok' ? '✔' : '✖';
      const why = message ? `: ${message}` : '';
      const note = weak ? ` (${algorithm} is weak)` : '';
      terminal.line(`${mark} ${name}${why}${note}`);
    }
  }
  const same = lines.filter(({ state }) => state === 'ok').length;
  return await tell(
    {
      title: `Checksums ${lists.join(', ')}`,
      verdict: verdictOf(
        `${same} of ${countText(lines.length, 'file')} as listed`,
        fixes,
      ),
      fixes,
      details: { lines, provenance },
    },
    options,
    { ...surroundings, terminal },
  );
}

function fixOf(one: CheckedLine, list: string): Result['fixes'][number] {
  const place = `${list} line ${one.line}`;
  const message = `${one.name}: ${one.message}`;
  switch (one.state) {
    case 'differs':
      return {
        title: 'The file is not the one that was listed',
        message,
        solution:
          'Do not ship it: fetch it again, or build again and list the new files.',
        place,
      };
    case 'unreadable':
      return {
        title: 'A listed file is not there',
        message,
        solution: 'Run this where the files are, or in the folder of the list.',
        place,
      };
    default:
      return {
        title: 'A line could not be checked',
        message,
        solution: 'List the files with sha256 and their names.',
        place,
      };
  }
}

function verdictOf(what: string, fixes: Result['fixes']): VerdictLine {
  const [first] = fixes;
  if (!first) {
    return { exitCode: ExitCode.yes, text: `✔ ${what}.`, style: 'green' };
  }
  return {
    exitCode: ExitCode.no,
    text: `✖ ${what}; ${countText(fixes.length, 'difference')}.`,
    style: 'red',
  };
}

async function tell(
  result: Omit<Result, 'link'>,
  options: ChecksumsOptions,
  surroundings: Surroundings & { terminal: Terminal },
): Promise<ExitCode> {
  const link = await findLink(surroundings);
  await tellResult({ ...result, link }, options, surroundings);
  return result.verdict.exitCode;
}
