import { Command } from 'commander';
import { CliError } from '../CliError';
import { digestFiles } from '../documents/digestFile';
import { writeDocument } from '../documents/writeDocument';
import { findSource, repositoryUri } from '../provenance/findSource';
import { makeProvenance } from '../provenance/makeProvenance';
import type { Surroundings } from '../Surroundings';

interface ProvenanceOptions {
  output: string;
  repository?: string;
  command?: string;
}

export function provenanceCommand(
  program: Command,
  surroundings: Surroundings,
): void {
  program
    .command('provenance')
    .description(
      'says from which commit build products were made (unsigned SLSA v1)',
    )
    .argument('<files...>')
    .option('--repository <url>', 'where the source is; else the git remote')
    .option('--command <line>', 'the command that built them')
    .option('--output <file>', 'where to write; - for here', 'provenance.json')
    .action(async (files: string[], options: ProvenanceOptions) => {
      const repository =
        options.repository && repositoryUri(options.repository);
      if (options.repository && !repository) {
        throw new CliError(
          `--repository ${options.repository} is not the address of a repository`,
        );
      }
      const statement = makeProvenance({
        files: await digestFiles(files, surroundings.cwd),
        source: await findSource(surroundings.cwd),
        repository,
        command: options.command,
        env: surroundings.env,
        finishedOn: new Date(),
      });
      await writeDocument(
        `${JSON.stringify(statement, null, 2)}\n`,
        options.output,
        surroundings,
      );
    });
}
