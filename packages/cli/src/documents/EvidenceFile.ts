import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CliError } from '../CliError';
import { whyNot } from './systemError';

/** A file on disk, named and digested. */
export interface EvidenceFile {
  /** As given on the command line. */
  given: string;
  path: string;
  /** At most 255 characters, without folders. */
  fileName: string;
  size: number;
  /** `sha256:<hex>` of the bytes as they are sent. */
  digest: string;
  /** The bytes, where they are of two files: a signature with its certificate. */
  bytes?: Buffer;
  /** The file that it is the detached signature of. */
  signs?: EvidenceFile;
}

/** The bytes of a file, as they are sent. */
export async function bytesOfFile({
  bytes,
  path,
}: EvidenceFile): Promise<Buffer> {
  return bytes ?? readFile(path);
}

/** Looks at the files first, so that nothing is sent when one of them is wrong. */
export async function openEvidenceFiles(
  files: string[],
  cwd: string,
): Promise<EvidenceFile[]> {
  const opened: EvidenceFile[] = [];
  for (const given of files) opened.push(await openEvidenceFile(given, cwd));
  return opened;
}

export async function openEvidenceFile(
  given: string,
  cwd: string,
): Promise<EvidenceFile> {
  const path = resolve(cwd, given);
  try {
    const { size } = await stat(path);
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    if (size === 0) throw new CliError(`${given} is empty`);
    return {
      given,
      path,
      fileName: basename(path).slice(-255),
      size,
      digest: `sha256:${hash.digest('hex')}`,
    };
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`${given} cannot be read: ${whyNot(error)}`);
  }
}
