import { Evidence } from '@hotpass/backstage-plugin-supply-chain-common';
import { evidence } from './releaseFixtures';

const [sbom] = evidence;

function aSignature(
  id: string,
  facts: Partial<Evidence['facts']>,
  of?: Evidence,
): Evidence {
  return {
    ...sbom,
    id,
    kind: 'signature',
    digest: `sha256:${id.padEnd(64, '0')}`,
    size: 96,
    fileName: `${id}.sig`,
    componentCount: undefined,
    generator: undefined,
    signs: of
      ? { digest: of.digest, evidenceId: of.id }
      : { digest: `sha256:${'9'.repeat(64)}` },
    facts: {
      ...sbom.facts,
      recognised: {
        state: 'recognised',
        format: 'detached-signature',
        mediaType: 'application/octet-stream',
        kind: 'signature',
        detectedBy: "the sender's word; base64",
      },
      valid: { state: 'not-checked', defects: [], defectCount: 0 },
      ...facts,
    },
  };
}

/** Two signatures over the SBOM, one that holds, and one over what never came. */
export const signatures: Evidence[] = [
  aSignature(
    'a1',
    {
      signature: { state: 'verified', by: 'key release' },
      trust: { state: 'trusted', line: 'ci' },
    },
    sbom,
  ),
  aSignature(
    'b2',
    { signature: { state: 'failed', reason: 'It fits no key.' } },
    sbom,
  ),
  aSignature('c3', { signature: { state: 'verified' } }),
];
