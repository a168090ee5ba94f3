import { CliError } from '../CliError';
import { digestFile } from '../documents/digestFile';

/** How a digest begins, whether or not the rest of it is right. */
const DIGEST = /^(?:sha|md)\d+:/i;

/** What `--output` declares: digests as they are given, files by their own sha256. */
export async function declareOutputs(
  given: string[] | undefined,
  cwd: string,
): Promise<string[] | undefined> {
  if (!given) return undefined;
  const outputs = [];
  for (const one of given) {
    outputs.push(DIGEST.test(one) ? one : await outputOf(one, cwd));
  }
  return outputs;
}

async function outputOf(file: string, cwd: string): Promise<string> {
  try {
    const { name, sha256 } = await digestFile(file, cwd);
    return `sha256:${sha256}=${name}`;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    throw new CliError(
      `--output ${error.message}; a digest is written <sha256|sha512>:<full digest>=<name>`,
    );
  }
}
