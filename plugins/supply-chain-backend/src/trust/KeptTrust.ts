import {
  Output,
  ReleaseTrust as ToldTrust,
} from '@hotpass/backstage-plugin-supply-chain-common';
import {
  DigestSet,
  EvidenceTrust,
  ReleaseTrust,
} from '@hotpass/supply-chain-evidence';

/** `release.trust`: what relating found, as it is told; without whether it is held. */
export type KeptTrust = Omit<ToldTrust, 'held' | 'outputs'> & {
  outputs: (Output & { digests: DigestSet })[];
  /** Digests that were named as outputs and are those of evidence. */
  notOutputs: string[];
  /** By evidence id; only of provenance that leaves expectations open. */
  unmet: Record<string, EvidenceTrust['unmet']>;
};

export function toKeptTrust(trust: ReleaseTrust): KeptTrust {
  const { buildLevel, sealedBy, sealConflicts, adoption } = trust;
  return {
    buildLevel,
    sealedBy,
    sealConflicts,
    adoption,
    notOutputs: trust.notOutputs.map(({ digest }) => digest),
    unmet: Object.fromEntries(
      Object.entries(trust.evidence)
        .filter(([, { unmet }]) => unmet.length > 0)
        .map(([id, { unmet }]) => [id, unmet]),
    ),
    outputs: trust.outputs.map(output => ({
      name: output.name,
      digest: shownDigest(output.digest),
      digests: output.digest,
      authority: output.authority,
      level: output.level,
      because: output.because,
      next: output.next,
      evidenceId: output.evidence,
    })),
  };
}

/** One of the full digests that it is known by. */
function shownDigest(digests: DigestSet): string {
  const algorithm =
    ['sha256', 'sha512'].find(name => name in digests) ??
    Object.keys(digests)[0];
  return `${algorithm}:${digests[algorithm]}`;
}

/** As pages show it, with the outputs as `withLevels` gives them. */
export function toToldTrust(
  { unmet, notOutputs, ...kept }: KeptTrust,
  outputs: Output[],
): Omit<ToldTrust, 'held'> {
  return { ...kept, outputs };
}

/** What is known of the outputs now, with the levels that were found last. */
export function withLevels(
  outputs: readonly Output[],
  kept: KeptTrust | undefined,
): Output[] {
  const levelled = kept?.outputs ?? [];
  const covered = new Set(
    levelled.flatMap(({ digests }) =>
      Object.entries(digests).map(([name, hex]) => `${name}:${hex}`),
    ),
  );
  return [
    ...levelled.map(({ digests, ...output }) => output),
    ...outputs.filter(
      ({ digest }) =>
        !covered.has(digest) && !kept?.notOutputs.includes(digest),
    ),
  ];
}
