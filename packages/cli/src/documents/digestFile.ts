import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import { CliError } from '../CliError';
import { whyNot } from './systemError';

/** A file by its digests, in lower-case hexadecimal. */
export interface DigestedFile {
  name: string;
  sha256: string;
  sha512: string;
}

export async function digestFile(
  given: string,
  cwd: string,
): Promise<DigestedFile> {
  const sha256 = createHash('sha256');
  const sha512 = createHash('sha512');
  try {
    for await (const chunk of createReadStream(resolve(cwd, given))) {
      sha256.update(chunk);
      sha512.update(chunk);
    }
  } catch (error) {
    throw new CliError(`${given} cannot be read: ${whyNot(error)}`);
  }
  return {
    name: basename(given),
    sha256: sha256.digest('hex'),
    sha512: sha512.digest('hex'),
  };
}

/** Outputs of a release go by name, so two files of one name cannot both be meant. */
export async function digestFiles(
  files: string[],
  cwd: string,
  nameOf = (file: string) => basename(file),
): Promise<DigestedFile[]> {
  const digested: DigestedFile[] = [];
  for (const file of files) {
    const next = { ...(await digestFile(file, cwd)), name: nameOf(file) };
    if (digested.some(({ name }) => name === next.name)) {
      throw new CliError(
        `There are two files called ${next.name}: rename one of them, or name the file once`,
      );
    }
    digested.push(next);
  }
  return digested;
}
