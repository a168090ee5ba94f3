import {
  Evidence,
  Output,
  Provenance,
} from '@hotpass/backstage-plugin-supply-chain-common';
import {
  DocumentFragment,
  ResourceDescriptor,
} from '@hotpass/supply-chain-evidence';
import { compact } from '../database/operations/releases/columns';

/** A statement as it was made, with what of it we can vouch for. */
export function toProvenance(
  evidence: Evidence,
  fragment: DocumentFragment,
  outputs: readonly Output[],
  unmet?: Provenance['unmet'],
): Provenance {
  const { provenance } = fragment;
  const { facts } = evidence;
  return compact({
    evidenceId: evidence.id,
    predicateType:
      provenance?.predicateType ?? facts.recognised.predicateType ?? '',
    buildType: provenance?.buildType,
    builderId: provenance?.builderId,
    invocationId: provenance?.invocationId,
    startedOn: provenance?.startedOn,
    finishedOn: provenance?.finishedOn,
    source: provenance?.source,
    outputs: fragment.subjects.map(subject => ({
      name: subject.name ?? subject.uri ?? '',
      digests: subject.digest,
      matches: authorityOf(subject, outputs),
    })),
    materials: (provenance?.resolvedDependencies ?? []).map(material =>
      compact({
        name: material.name,
        uri: material.uri,
        digests: material.digest,
      }),
    ),
    externalParameters: provenance?.externalParameters,
    declaredOnly:
      facts.signature.state !== 'verified' || facts.trust.state !== 'trusted',
    unmet,
    facts,
  });
}

const lengths: Record<string, number> = { sha256: 64, sha512: 128 };
const authorities = ['attested', 'observed', 'declared'] as const;

/**
 * The strongest authority of an output with the same full digest. All comparable
 * digests must agree; prefixes and weak algorithms tell nothing. Design section 4.
 */
function authorityOf(
  subject: ResourceDescriptor,
  outputs: readonly Output[],
): Provenance['outputs'][number]['matches'] {
  for (const authority of authorities) {
    const own = outputs.filter(output => output.authority === authority);
    const compared = Object.entries(subject.digest).flatMap(
      ([algorithm, digest]) => {
        const hex = digest.toLowerCase();
        const known = own.filter(({ digest: other }) =>
          other.startsWith(`${algorithm}:`),
        );
        if (hex.length !== lengths[algorithm] || !known.length) return [];
        return [known.some(output => output.digest === `${algorithm}:${hex}`)];
      },
    );
    if (compared.length && compared.every(Boolean)) return authority;
  }
  return 'none';
}
