import {
  Evidence,
  Posture,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { DocumentFragment } from '@hotpass/supply-chain-evidence';
import { compact } from '../database/operations/releases/columns';

/** What proves a pass: the SBOM, who signed, which source and builder. */
export function proofOf(
  evidence: readonly Evidence[],
  provenance: DocumentFragment['provenance'],
): Posture['proof'] {
  const sbom = evidence.find(piece => piece.kind === 'sbom');
  const signed = [sbom, ...evidence].find(
    piece =>
      piece?.facts.signature.state === 'verified' &&
      piece.facts.trust.state === 'trusted',
  );
  return compact({
    sbomDigest: sbom?.digest,
    signer: signed?.facts.signature.by,
    sourceUri: provenance?.source?.uri,
    sourceCommit: provenance?.source?.commit,
    builderId: provenance?.builderId,
  });
}
