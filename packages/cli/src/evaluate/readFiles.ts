import {
  DocumentFragment,
  EvidenceError,
  readEvidence,
  toFragment,
} from '@hotpass/supply-chain-evidence';
import { CliError } from '../CliError';
import { bytesOfFile, EvidenceFile } from '../documents/EvidenceFile';
import { placeText } from '../portal/explain';

/** A file with everything that reading it tells. */
export interface ReadFile {
  file: EvidenceFile;
  fragment: DocumentFragment;
}

function isEvidenceError(error: unknown): error is EvidenceError {
  return (error as Error)?.name === 'EvidenceError';
}

/** Saying what kind it is would help to keep it, but not to judge it. */
function unknownFormat({ given }: EvidenceFile): CliError {
  return new CliError(
    `${given} is in no format that is known here: nothing in it can be judged. Check that it is the SBOM, provenance, scan or checksums file itself`,
  );
}

/** Reads bytes as the portal would; what the portal would refuse is an error. */
export function readBytes(bytes: Uint8Array, file: EvidenceFile): ReadFile {
  try {
    const reading = readEvidence(bytes, {
      fileName: file.fileName,
      ...(file.signs && { kind: 'signature' as const }),
    });
    if (reading.recognised.state === 'unknown') throw unknownFormat(file);
    return { file, fragment: toFragment(reading) };
  } catch (error) {
    if (!isEvidenceError(error)) throw error;
    if (error.code === 'unknown-format') throw unknownFormat(file);
    const advice = error.remedy ? ` ${error.remedy}` : '';
    throw new CliError(
      `${file.given}${placeText(error)}: ${error.message}${advice}`,
    );
  }
}

/** Reads the files; one that the portal would refuse ends it. */
export async function readFiles(files: EvidenceFile[]): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const file of files) {
    read.push(readBytes(await bytesOfFile(file), file));
  }
  return read;
}
