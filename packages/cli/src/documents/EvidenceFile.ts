import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
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
  /** `sha256:<hex>` of the bytes as they lie there. */
  digest: string;
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

async function openEvidenceFile(
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
