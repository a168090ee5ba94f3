import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EvidenceReference,
  findEvidenceReferences,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { CliError } from '../CliError';

/** A link to published evidence, and where it was found. */
export interface FoundReference extends EvidenceReference {
  file: string;
  /** Of a file of text. */
  line?: number;
  /** Of a page of published docs: whose they are. */
  docsEntityRef?: string;
}

const SKIPPED = new Set(['node_modules', '.git', 'dist', 'site']);

/** Every such link below the given files and folders, in order. */
export async function findReferences(
  cwd: string,
  paths: string[],
): Promise<FoundReference[]> {
  const found: FoundReference[] = [];
  for (const path of paths) await walk(cwd, path, found);
  return found;
}

async function walk(
  cwd: string,
  path: string,
  found: FoundReference[],
): Promise<void> {
  const full = join(cwd, path);
  let isFolder: boolean;
  try {
    isFolder = (await stat(full)).isDirectory();
  } catch {
    throw new CliError(
      `There is no file or folder '${path}'. For the docs that the portal has published, give --catalog`,
    );
  }
  if (!isFolder) {
    found.push(...referencesIn(await readFile(full, 'utf8'), path));
    return;
  }
  const entries = await readdir(full, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) await walk(cwd, inner, found);
    } else if (entry.isFile() && /\.mdx?$/i.test(entry.name)) {
      await walk(cwd, inner, found);
    }
  }
}

function referencesIn(text: string, file: string): FoundReference[] {
  return text.split('\n').flatMap((content, at) =>
    findEvidenceReferences(content).map(reference => ({
      file,
      line: at + 1,
      ...reference,
    })),
  );
}
