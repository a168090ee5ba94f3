import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { CliError } from '../CliError';
import { ExitCode } from '../ExitCode';
import { askOrExplain } from '../portal/ask';
import { connect, PortalOptions } from '../portal/connect';
import { addOutputFlags, addPortalFlags } from '../portal/portalFlags';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { addExamples } from './addExamples';

interface RestoreOptions extends PortalOptions {
  json?: boolean;
  quiet?: boolean;
}

export function restoreCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('restore')
    .argument('<file>', 'a copy of the exact bytes')
    .description(
      'puts the bytes of corrupt, missing or unreadable evidence back',
    );
  addExamples(command, [
    [
      'From a copy of the artifact folder',
      'zstd -d -o sbom.cdx.json backup/aa/bb/<sha256>.zst && supply-chain restore sbom.cdx.json',
    ],
  ]);
  addOutputFlags(addPortalFlags(command)).action(
    async (file: string, options: RestoreOptions) => {
      end(await restore(file, options, surroundings));
    },
  );
}

/** The digest is of the copy itself, so no other bytes can ever take its place. */
async function restore(
  file: string,
  options: RestoreOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const terminal = new Terminal(surroundings);
  const bytes = await readFile(resolve(surroundings.cwd, file)).catch(error => {
    throw new CliError(`${file} cannot be read: ${error.message}`);
  });
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const portal = await connect(options, surroundings);
  const key = digest.slice('sha256:'.length);
  const restored = await askOrExplain(
    portal,
    { key, sleep: surroundings.sleep },
    call => portal.retention.restoreArtifact(digest, bytes, call),
  );
  if (restored?.integrity?.state !== 'sound') {
    throw new CliError(
      `${portal.address} answered, but did not restore anything: check --portal`,
    );
  }
  if (options.json) {
    terminal.json({ exitCode: ExitCode.yes, ...restored });
    return ExitCode.yes;
  }
  terminal.wrapped(`✔ Restored: ${digest} is sound again.`, { style: 'green' });
  return ExitCode.yes;
}
