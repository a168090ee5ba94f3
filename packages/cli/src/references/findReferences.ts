import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../CliError';

/** A link to published evidence in a Markdown file. */
export interface Reference {
  file: string;
  line: number;
  /** The companion's namespace and name, in lower case. */
  namespace: string;
  name: string;
  /** Below the companion's docs, such as `evidence/<hex>`; empty for the overview. */
  page: string;
}

// No part can match the character that ends it, so this is linear
const LINK =
  /\/docs\/([a-z0-9_.-]+)\/resource\/(evidence-[a-z0-9_.-]+)((?:\/[a-z0-9_.-]+)*)/gi;
const SKIPPED = new Set(['node_modules', '.git', 'dist', 'site']);

/** Every such link below the given files and folders, in order. */
export async function findReferences(
  cwd: string,
  paths: string[],
): Promise<Reference[]> {
  const found: Reference[] = [];
  for (const path of paths) await walk(cwd, path, found);
  return found;
}

async function walk(
  cwd: string,
  path: string,
  found: Reference[],
): Promise<void> {
  const full = join(cwd, path);
  let isFolder: boolean;
  try {
    isFolder = (await stat(full)).isDirectory();
  } catch {
    throw new CliError(`There is no file or folder '${path}'`);
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

function referencesIn(text: string, file: string): Reference[] {
  return text.split('\n').flatMap((content, at) =>
    [...content.matchAll(LINK)].map(([, namespace, name, page]) => ({
      file,
      line: at + 1,
      namespace: namespace.toLocaleLowerCase('en-US'),
      name: name.toLocaleLowerCase('en-US'),
      page: page.slice(1),
    })),
  );
}
