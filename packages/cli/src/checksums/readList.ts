import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  ChecksumsDocument,
  Defect,
  Reading,
  readEvidence,
} from '@hotpass/supply-chain-evidence';
import { CliError } from '../CliError';
import { whyNot } from '../documents/systemError';
import { placeText } from '../portal/explain';

async function readAs(
  given: string,
  cwd: string,
  expected: string,
): Promise<Reading> {
  let bytes: Buffer;
  try {
    bytes = await readFile(resolve(cwd, given));
  } catch (error) {
    throw new CliError(`${given} cannot be read: ${whyNot(error)}`);
  }
  try {
    return readEvidence(bytes, { fileName: given });
  } catch (error) {
    if ((error as Error)?.name !== 'EvidenceError') throw error;
    throw new CliError(
      `${given} is ${expected}: ${(error as Error).message}${placeText(
        error as Defect,
      )}`,
    );
  }
}

/** A checksums file, with the lines in it that are none. */
export async function readList(
  given: string,
  cwd: string,
): Promise<{ entries: ChecksumsDocument['entries']; defects: Defect[] }> {
  const expected =
    "no list of checksums, make one with 'supply-chain checksums <files>'";
  const { document, valid } = await readAs(given, cwd, expected);
  if (document.kind !== 'checksums' || document.entries.length === 0) {
    throw new CliError(`${given} is ${expected}`);
  }
  return { entries: document.entries, defects: valid.defects };
}

/** The subjects of a statement, whether or not it is signed; nothing is verified. */
export async function readSubjects(
  given: string,
  cwd: string,
): Promise<Reading['subjects']> {
  const expected =
    "no provenance with subjects, make it with 'supply-chain provenance <files>'";
  const { document, subjects } = await readAs(given, cwd, expected);
  if (document.kind !== 'provenance' || subjects.length === 0) {
    throw new CliError(`${given} is ${expected}`);
  }
  return subjects;
}
