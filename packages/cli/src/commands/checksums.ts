import { Command } from 'commander';
import { CliError } from '../CliError';
import { digestFiles } from '../documents/digestFile';
import { writeDocument } from '../documents/writeDocument';
import type { Surroundings } from '../Surroundings';

export function checksumsCommand(
  program: Command,
  surroundings: Surroundings,
): void {
  program
    .command('checksums')
    .description('lists the sha256 of build products, as sha256sum does')
    .argument('<files...>')
    .option('--output <file>', 'where to write; - for here', 'checksums.txt')
    .action(async (files: string[], { output }: { output: string }) => {
      const digested = await digestFiles(files, surroundings.cwd);
      for (const { name } of digested) {
        if (/[\n\r\\]/.test(name)) {
          throw new CliError(`${name} cannot be listed: rename it`);
        }
      }
      await writeDocument(
        digested.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''),
        output,
        surroundings,
      );
    });
}
