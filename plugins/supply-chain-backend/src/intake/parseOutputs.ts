import { DeclaredOutput } from '../database/operations/record/declareOutputs';
import { fit } from '../database/text';
import { Refusal } from './RefusedError';

const DIGEST_LENGTHS: Record<string, number> = { sha256: 64, sha512: 128 };

/** `<algorithm>:<hex>=<name>`, full sha256 or sha512 only. */
export function parseOutputs(outputs: string[] = []): DeclaredOutput[] {
  return outputs.map(output => {
    const [digestText, ...rest] = output.split('=');
    const [algorithm, digest = ''] = digestText.toLowerCase().split(':');
    if (
      DIGEST_LENGTHS[algorithm] !== digest.length ||
      !/^[0-9a-f]+$/.test(digest)
    ) {
      throw new Refusal({
        code: 'bad-output',
        status: 400,
        reason: `The output '${output.slice(
          0,
          200,
        )}' has no full sha256 or sha512.`,
        remedy: 'Write it as sha256:<64 hex digits>=<name>.',
      });
    }
    return {
      algorithm,
      digest,
      name: fit(rest.join('=') || `${algorithm}:${digest}`, 1000),
    };
  });
}
