import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliError } from '../CliError';
import { WrittenBom } from './completeSbom';
import { findTree } from './findTree';
import { callOf, GeneratorName, GENERATORS } from './generators';
import { readInstalledPackage } from './InstalledPackage';
import { makeSbom } from './makeSbom';
import { runGenerator } from './runGenerator';

export interface GenerateOptions {
  /** Absolute. */
  folder: string;
  generator?: GeneratorName;
  builtin?: boolean;
  development?: boolean;
  env: NodeJS.ProcessEnv;
  tool: { name: string; version: string };
  onStart: (text: string) => void;
}

export interface Generated {
  bom: WrittenBom;
  /** `name@version` of the program that made it. */
  generator: string;
  phase: 'pre-build' | 'build';
}

/**
 * An SBOM of a folder: by the generator that knows its tree best, downloaded at a fixed
 * version, or by this program's own, which needs no download and knows one npm package
 * as it lies in `node_modules`.
 */
export async function generateSbom(
  options: GenerateOptions,
): Promise<Generated> {
  const { folder, env, tool } = options;
  if (options.builtin) {
    const root = readInstalledPackage(folder);
    return {
      bom: JSON.parse(makeSbom({ root, tool, timestamp: new Date() })),
      generator: `${tool.name}@${tool.version}`,
      phase: 'build',
    };
  }
  const tree = findTree(folder, env, options.generator);
  const { name, version } = GENERATORS[tree.generator];
  options.onStart(`${name} ${version} lists ${folder} …`);
  const scratch = await mkdtemp(join(tmpdir(), 'supply-chain-'));
  try {
    const output = join(scratch, 'sbom.json');
    const call = callOf(tree.generator, {
      installed: tree.installed,
      development: options.development ?? false,
      output,
    });
    const what = `${name} ${version}`;
    await runGenerator(what, call, { cwd: tree.folder, env });
    return {
      bom: await readWritten(output, what),
      generator: `${name}@${version}`,
      phase: tree.installed ? 'build' : 'pre-build',
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function readWritten(path: string, what: string): Promise<WrittenBom> {
  let bom: unknown;
  try {
    bom = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new CliError(`${what} ended well, but wrote no SBOM`);
  }
  if ((bom as { bomFormat?: unknown })?.bomFormat !== 'CycloneDX') {
    throw new CliError(`${what} wrote something that is not CycloneDX`);
  }
  return bom as WrittenBom;
}
