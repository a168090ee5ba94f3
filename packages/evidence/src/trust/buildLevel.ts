/*
 * The SLSA build level of each output, with what it rests on and what the next one
 * needs. Only provenance that a trust line lets its signer make reaches a level above
 * 1, only for outputs that trusted provenance attests. What nobody vouches for reaches
 * 1 at most, and only for bytes that we hashed ourselves. Declared digests reach none.
 * Source: slsa.dev/spec/v1.2/build-track-basics and verifying-artifacts.
 */
import { isProvenance } from '../formats/intoto';
import { Output } from '../model/Digest';
import { DigestIndex } from './DigestIndex';
import { EvidenceTrust, LevelledOutput } from './ReleaseTrust';
import { compareText, subjectsOf, Voice } from './voices';

type Reached = Pick<LevelledOutput, 'level' | 'evidence' | 'because' | 'next'>;

/** A voice with what its line's expectations were found to be. */
export interface JudgedVoice {
  voice: Voice;
  unmet: EvidenceTrust['unmet'];
  /** Names other outputs than those that were sealed. */
  isConflicting: boolean;
}

const NEXT: Record<1 | 2 | 3, string[]> = {
  1: [
    'Level 2 needs a hosted build platform that signs the provenance itself.',
  ],
  2: [
    'Level 3 needs a platform whose builds are isolated and cannot reach the signing key, and a trust line that says so.',
  ],
  3: [],
};

/** Levels of all outputs, by the current provenance among the voices. */
export function levelOutputs(
  outputs: Output[],
  judged: JudgedVoice[],
): LevelledOutput[] {
  const named = new DigestIndex(
    judged
      .filter(({ voice }) => voice.evidence.current)
      .flatMap(by =>
        subjectsOf(
          by.voice.said.filter(one => isProvenance(one.predicateType)),
        ).map(({ digest }) => ({ digest, by })),
      ),
  );
  return outputs.map(output => {
    const naming = new Set(named.same(output.digest).map(({ by }) => by));
    return { ...output, ...levelOf(output, [...naming]) };
  });
}

/** The lowest of the outputs; 0 where none is known. */
export function lowestLevel(
  outputs: LevelledOutput[],
): LevelledOutput['level'] {
  const [first = 0, ...rest] = outputs.map(({ level }) => level);
  return rest.reduce(
    (lowest, level) => (level < lowest ? level : lowest),
    first,
  );
}

function levelOf(output: Output, naming: JudgedVoice[]): Reached {
  const [best] = naming
    .map(one => reachedBy(output, one))
    .sort(
      (a, b) =>
        b.level - a.level || compareText(a.evidence ?? '', b.evidence ?? ''),
    );
  return (
    best ?? {
      level: 0,
      because: ['No provenance of this release names its full digest.'],
      next: [
        'Level 1 needs provenance that the build makes for it, sent with the release.',
      ],
    }
  );
}

function reachedBy(output: Output, judged: JudgedVoice): Reached {
  const { voice, unmet, isConflicting } = judged;
  const { evidence, signature, trust, line } = voice;
  const named = `Provenance (${evidence.id}) names its full digest.`;
  if (signature.state === 'failed') {
    return nothing(
      [named, 'Its signature does not hold.'],
      ['Level 1 needs provenance as its signer wrote it.'],
    );
  }
  if (trust.revoked) {
    return nothing(
      [named, trust.reason ?? 'Its signer is revoked.'],
      ['Level 1 needs provenance by a signer that is not revoked.'],
    );
  }
  if (evidence.fragment.valid.state === 'invalid') {
    return nothing(
      [named, 'It is not valid SLSA provenance.'],
      ['Level 1 needs provenance that follows its format.'],
    );
  }
  if (!line || isConflicting) return unvouched(output, judged, named);
  if (output.authority !== 'attested') {
    return nothing(
      [named, 'The outputs were sealed without it.'],
      ['Level 1 needs an output that the sealing provenance names.'],
    );
  }
  const vouched = `${signature.by} signed it, as the trust line '${line.id}' allows.`;
  const { build } = line;
  if (!build) {
    return {
      level: 1,
      evidence: evidence.id,
      because: [named, vouched],
      next: [
        `Level 2 needs the trust line '${line.id}' to say which builders, build types, sources and parameters it expects.`,
      ],
    };
  }
  if (unmet.length > 0) {
    return {
      level: 1,
      evidence: evidence.id,
      because: [named, vouched],
      next: unmet.map(({ message }) => `For more than level 1: ${message}`),
    };
  }
  return {
    level: build.level,
    evidence: evidence.id,
    because: [
      named,
      vouched,
      `Builder, build type, source and parameters are as the trust line '${line.id}' expects, which gives level ${build.level}.`,
    ],
    next: NEXT[build.level],
  };
}

function unvouched(
  output: Output,
  { voice, isConflicting }: JudgedVoice,
  named: string,
): Reached {
  const why = isConflicting
    ? 'It names other outputs than those that were sealed first.'
    : voice.trust.reason ?? 'Nobody trusted vouches for it.';
  if (output.authority !== 'observed') {
    return nothing(
      [
        named,
        why,
        output.authority === 'declared'
          ? 'The digest is only declared, which raises no level.'
          : 'The provenance that attested it was replaced.',
      ],
      ['Level 1 needs provenance by a signer whom a trust line names.'],
    );
  }
  return {
    level: 1,
    evidence: voice.evidence.id,
    because: [named, why, 'The digest was observed by the portal itself.'],
    next: [
      'Level 2 needs provenance signed by a signer whom a trust line names.',
    ],
  };
}

function nothing(because: string[], next: string[]): Reached {
  return { level: 0, because, next };
}
