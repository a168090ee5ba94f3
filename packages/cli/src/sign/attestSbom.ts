import { CliError } from '../CliError';
import { digestFiles } from '../documents/digestFile';
import type { Surroundings } from '../Surroundings';
import { MaySign } from './SigningOptions';

/**
 * A statement that build products are made of what an SBOM lists; without build products
 * none, and the SBOM's file is signed.
 *
 * Source: in-toto attestation framework, Statement v1 and predicate CycloneDX.
 */
export async function attestSbom(
  bom: object,
  { sign, subject: files }: MaySign & { subject?: string[] },
  { cwd }: Pick<Surroundings, 'cwd'>,
): Promise<string | undefined> {
  if (!files) return undefined;
  if (!sign) {
    throw new CliError(
      '--subject says what a signature is about: give --sign too',
    );
  }
  const subjects = await digestFiles(files, cwd);
  return JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: subjects.map(({ name, sha256, sha512 }) => ({
      name,
      digest: { sha256, sha512 },
    })),
    predicateType: 'https://cyclonedx.org/bom',
    predicate: bom,
  });
}
