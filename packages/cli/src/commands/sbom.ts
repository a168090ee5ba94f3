import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { writeDocument } from '../documents/writeDocument';
import type { Surroundings } from '../Surroundings';
import { readInstalledPackage } from '../sbom/InstalledPackage';
import { makeSbom } from '../sbom/makeSbom';

interface SbomOptions {
  output: string;
  name?: string;
  release?: string;
  author?: string;
}

export function sbomCommand(
  program: Command,
  surroundings: Surroundings,
): void {
  program
    .command('sbom')
    .description('lists what an npm package needs at run time, as installed')
    .argument('[folder]', 'the folder of its package.json', '.')
    .option('--name <name>', 'instead of the name in package.json')
    .option('--release <version>', 'instead of the version in package.json')
    .option('--author <name>', 'who answers for the list')
    .option('--output <file>', 'where to write; - for here', 'sbom.cdx.json')
    .action(async (folder: string, options: SbomOptions) => {
      const { name, version } = require('../../package.json');
      const text = makeSbom({
        root: readInstalledPackage(resolve(surroundings.cwd, folder)),
        name: options.name,
        version: options.release,
        author:
          options.author ??
          surroundings.env.GITHUB_REPOSITORY_OWNER ??
          userInfo().username,
        tool: { name, version },
        timestamp: new Date(),
      });
      await writeDocument(text, options.output, surroundings);
    });
}
