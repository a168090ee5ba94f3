import { createHash, getHashes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ChecksumsDocument } from '@hotpass/supply-chain-evidence';
import { errorCode, whyNot } from '../documents/systemError';

type Entry = ChecksumsDocument['entries'][number];

/** What became of one line of a list. */
export interface CheckedLine {
  name: string;
  line: number;
  algorithm: string;
  state: 'ok' | 'differs' | 'unreadable' | 'not-checked';
  /** For a person, where it is not `ok`. */
  message?: string;
  /** MD5 and SHA-1 agree also for a file that somebody made to fit. */
  weak: boolean;
}

async function digestOf(path: string, algorithm: string): Promise<string> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** From here, as `sha256sum -c` does, else from the folder of the list. */
async function digestNamed(
  name: string,
  algorithm: string,
  folders: string[],
): Promise<string> {
  let failure: unknown;
  for (const folder of folders) {
    try {
      return await digestOf(resolve(folder, name), algorithm);
    } catch (error) {
      if (errorCode(failure) === '' || errorCode(failure) === 'ENOENT') {
        failure = error;
      }
      if (errorCode(error) !== 'ENOENT') break;
    }
  }
  throw failure;
}

/** Compares the files that a list names with what it says of them. */
export async function checkList(
  entries: Entry[],
  list: string,
  cwd: string,
): Promise<CheckedLine[]> {
  const folders = [cwd, dirname(resolve(cwd, list))];
  const known = new Set(getHashes().map(name => name.toLowerCase()));
  const checked: CheckedLine[] = [];
  for (const { name, line, algorithm, digest, weak } of entries) {
    const base = { name: name ?? digest, line, algorithm, weak };
    if (name === undefined || !known.has(algorithm)) {
      const message =
        name === undefined
          ? 'it names no file'
          : `${algorithm} is not known here`;
      checked.push({ ...base, state: 'not-checked', message });
      continue;
    }
    try {
      const found = await digestNamed(name, algorithm, folders);
      checked.push(
        found === digest
          ? { ...base, state: 'ok' }
          : { ...base, state: 'differs', message: `the file is ${found}` },
      );
    } catch (error) {
      checked.push({ ...base, state: 'unreadable', message: whyNot(error) });
    }
  }
  return checked;
}
