import {
  assessSigned,
  LoadedTrustPolicy,
  sha256Hex,
  SignedAssessment,
} from '@hotpass/supply-chain-evidence';
import { CliError } from '../CliError';
import { named } from '../verify/readMaterial';
import { bytesOfFile, EvidenceFile } from '../documents/EvidenceFile';
import { ReadFile } from './readFiles';

/** What an assessment is of: the bytes, and what they are said to sign. */
export function assessedAs({ digest, signs }: EvidenceFile): string {
  return signs ? `${digest} ${signs.digest}` : digest;
}

/** What cryptography and a trust policy tell of the signed ones, by `assessedAs`. */
export async function assessFiles(
  read: ReadFile[],
  policy: LoadedTrustPolicy,
): Promise<Map<string, SignedAssessment>> {
  const assessments = new Map<string, SignedAssessment>();
  for (const { file, fragment } of read) {
    const key = assessedAs(file);
    if (!fragment.signed || assessments.has(key)) continue;
    const bytes = await unchanged(file);
    const over =
      file.signs ??
      read.find(other => other.file.digest === fragment.signs)?.file;
    const artifact = over && { digest: {}, bytes: await unchanged(over) };
    assessments.set(
      key,
      named(file.given, () => assessSigned(bytes, policy, { artifact })),
    );
  }
  return assessments;
}

/** What vouches for other bytes than those that were judged vouches for nothing. */
async function unchanged(file: EvidenceFile): Promise<Buffer> {
  const bytes = await bytesOfFile(file);
  if (`sha256:${sha256Hex(bytes)}` === file.digest) return bytes;
  throw new CliError(`${file.given} was changed while it was being read`);
}
