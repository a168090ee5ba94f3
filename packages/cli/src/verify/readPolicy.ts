import {
  LoadedTrustPolicy,
  readTrustPolicy,
  TrustPolicyError,
} from '@hotpass/supply-chain-evidence';
import { CliError } from '../CliError';
import { readDocument } from './readMaterial';

/** The portal's trust policy, from a file. */
export async function readPolicy(
  given: string,
  cwd: string,
): Promise<LoadedTrustPolicy> {
  const text = (await readDocument(given, cwd)).toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new CliError(`${given} is no JSON: ${(error as Error).message}`);
  }
  try {
    return readTrustPolicy(json);
  } catch (error) {
    if ((error as Error)?.name !== 'TrustPolicyError') throw error;
    const { problems } = error as TrustPolicyError;
    const [{ pointer, message, remedy }] = problems;
    const more =
      problems.length > 1 ? ` And ${problems.length - 1} more like this.` : '';
    throw new CliError(
      `${given} at ${pointer || '/'}: ${message} ${remedy}${more}`,
    );
  }
}
