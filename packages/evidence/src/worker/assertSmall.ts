import type { DocumentFragment } from '../facts/DocumentFragment';
import { EvidenceError } from '../model/EvidenceError';
import type { ReadLimits } from './types';

/**
 * Many tiny components say much in few bytes. What they say is parsed and stored by
 * the thread that serves everybody, so that has a limit of its own.
 *
 * @internal
 */
export function assertSmall(
  json: Uint8Array,
  { components, graph = [], findings }: DocumentFragment,
  { maxReadingBytes }: ReadLimits,
): void {
  if (json.length <= maxReadingBytes) return;
  const edges = graph.reduce((sum, [, ...to]) => sum + to.length, 0);
  throw new EvidenceError(
    'too-large',
    `The document says too much: ${
      components?.key.length ?? 0
    } components, ${edges} dependencies and ${findings.length} findings take ${
      json.length
    } bytes, ${maxReadingBytes} are allowed.`,
    {
      remedy:
        'Send one document for each part that is deployed, or have the portal’s operators raise supplyChain.limits.maxReadingBytes.',
    },
  );
}
