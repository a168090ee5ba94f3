import { readFile } from 'node:fs/promises';
import {
  DocumentFragment,
  EvidenceError,
  readEvidence,
  toFragment,
} from '@hotpass/supply-chain-evidence';
import { CliError } from '../CliError';
import { EvidenceFile } from '../documents/EvidenceFile';
import { placeText } from '../portal/explain';

/** A file with everything that reading it tells. */
export interface ReadFile {
  file: EvidenceFile;
  fragment: DocumentFragment;
}

function isEvidenceError(error: unknown): error is EvidenceError {
  return (error as Error)?.name === 'EvidenceError';
}

/** Reads the files as the portal would; one that the portal would refuse ends it. */
export async function readFiles(files: EvidenceFile[]): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const file of files) {
    try {
      const reading = readEvidence(await readFile(file.path), {
        fileName: file.fileName,
      });
      if (reading.recognised.state === 'unknown') {
        throw new CliError(
          `${file.given} is in no format that is known here: nothing in it can be judged`,
        );
      }
      read.push({ file, fragment: toFragment(reading) });
    } catch (error) {
      if (!isEvidenceError(error)) throw error;
      const advice = error.remedy ? ` ${error.remedy}` : '';
      throw new CliError(
        `${file.given}${placeText(error)}: ${error.message}${advice}`,
      );
    }
  }
  return read;
}
