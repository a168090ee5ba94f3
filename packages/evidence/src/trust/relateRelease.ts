/*
 * How the evidence of a release hangs together. A function of all of it, so that the
 * order of arrival does not matter:
 *
 * 1. voices: what each document says, who signed it, and which trust line lets them
 * 2. outputs: attested by trusted provenance and sealed by the first, observed, declared
 * 3. bindings: which outputs each document speaks about, by full digests
 * 4. levels: what provenance is worth, by the expectations of its trust line
 *
 * Each step uses only what those before it found, and only what somebody vouches for.
 */
import { adoptionOf } from './adoption';
import { bindingsOf } from './bindings';
import { levelOutputs, lowestLevel } from './buildLevel';
import { unmetExpectations } from './expectations';
import { attests, releaseOutputs } from './releaseOutputs';
import { RelateOptions, ReleaseTrust } from './ReleaseTrust';
import { voicesOf } from './voices';

/**
 * Signatures, bindings, trust, seal and levels of a release.
 *
 * @public
 */
export function relateRelease(options: RelateOptions): ReleaseTrust {
  const voices = voicesOf(options);
  const { outputs, sealedBy, conflicts, notOutputs } = releaseOutputs(
    options,
    voices,
  );
  const conflicting = new Set(conflicts.map(({ evidence }) => evidence));
  const bindings = bindingsOf(voices, outputs, conflicting);
  const judged = voices.map(voice => ({
    voice,
    isConflicting: conflicting.has(voice.evidence.id),
    unmet: attests(voice) ? unmetExpectations(voice, options.narrow) : [],
  }));
  const levelled = levelOutputs(outputs, judged);
  return {
    evidence: Object.fromEntries(
      judged.map(({ voice: { evidence, signature, trust }, unmet }) => [
        evidence.id,
        { signature, trust, unmet, bound: bindings.get(evidence.id)! },
      ]),
    ),
    outputs: levelled,
    buildLevel: lowestLevel(levelled),
    sealedBy: sealedBy?.evidence.id,
    sealConflicts: conflicts,
    notOutputs,
    adoption: adoptionOf(options, voices, bindings),
  };
}
