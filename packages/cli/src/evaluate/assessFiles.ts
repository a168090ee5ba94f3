import { readFile } from 'node:fs/promises';
import {
  assessSigned,
  LoadedTrustPolicy,
  sha256Hex,
  SignedAssessment,
} from '@hotpass/supply-chain-evidence';
import { CliError } from '../CliError';
import { named } from '../verify/readMaterial';
import { ReadFile } from './readFiles';

/** What cryptography and a trust policy tell of the signed ones, by digest. */
export async function assessFiles(
  read: ReadFile[],
  policy: LoadedTrustPolicy,
): Promise<Map<string, SignedAssessment>> {
  const assessments = new Map<string, SignedAssessment>();
  for (const { file, fragment } of read) {
    if (!fragment.signed || assessments.has(file.digest)) continue;
    const bytes = await readFile(file.path);
    // What vouches for other bytes than those that were judged vouches for nothing
    if (`sha256:${sha256Hex(bytes)}` !== file.digest) {
      throw new CliError(`${file.given} was changed while it was being read`);
    }
    assessments.set(
      file.digest,
      named(file.given, () => assessSigned(bytes, policy)),
    );
  }
  return assessments;
}
