import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { CliError } from '../CliError';
import { whyNot } from '../documents/systemError';
import { matchesGlob } from './matchesGlob';

const IGNORED = ['node_modules', '.git'];
/** A tree that is larger is not a repository, and reading it would not end. */
const MOST_FILES = 1_000_000;

/** Every file below a folder, by its path from there with `/`. */
export interface Tree {
  root: string;
  files: string[];
}

/** Whether a link leads to a file inside the tree. */
async function isFileInside(path: string, root: string): Promise<boolean> {
  try {
    const real = await realpath(path);
    return real.startsWith(root + sep) && (await stat(path)).isFile();
  } catch {
    // It leads nowhere.
    return false;
  }
}

/**
 * Reads a folder, without node_modules and .git. Linked folders are not entered:
 * they lead out of the tree, or to what is seen anyway.
 */
export async function readTree(
  folder: string,
  exclude: string[] = [],
): Promise<Tree> {
  try {
    const root = await realpath(folder);
    const files: string[] = [];
    const folders = [root];
    for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
      for (const entry of await readdir(next, { withFileTypes: true })) {
        const path = join(next, entry.name);
        const name = relative(root, path).split(sep).join('/');
        if (IGNORED.includes(entry.name)) continue;
        if (exclude.some(glob => matchesGlob(glob, name))) continue;
        if (entry.isDirectory()) folders.push(path);
        else if (entry.isFile()) files.push(name);
        else if (entry.isSymbolicLink() && (await isFileInside(path, root))) {
          files.push(name);
        }
      }
      if (files.length > MOST_FILES) {
        throw new CliError(
          `${folder} has more than ${MOST_FILES} files in it: name a smaller folder`,
        );
      }
    }
    return { root, files: files.sort() };
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`${folder} cannot be read: ${whyNot(error)}`);
  }
}
