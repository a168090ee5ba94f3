import { chooseCurrent, PlacedDocument } from './chooseCurrent';
import { EvidenceTrust } from './ReleaseTrust';

const bound = { state: 'placed' as const, outputs: [], reason: 'sent here' };
const NOBODY: EvidenceTrust = {
  signature: { state: 'unchecked' },
  trust: { state: 'none' },
  bound,
  unmet: [],
};
const DENIED: EvidenceTrust = {
  ...NOBODY,
  signature: { state: 'failed' },
  trust: { state: 'trusted', line: 'ci' },
};

function placed(id: string, more: Partial<PlacedDocument>): PlacedDocument {
  return {
    id,
    kind: 'signature',
    stream: 'bom.json.sig',
    receivedAt: new Date(0),
    ...more,
  };
}

const choose = (
  documents: PlacedDocument[],
  evidence: Record<string, EvidenceTrust>,
) => [...chooseCurrent(documents, { evidence })].sort();

describe('chooseCurrent', () => {
  const [ofApi, ofWeb] = [
    `sha256:${'a'.repeat(64)}`,
    `sha256:${'b'.repeat(64)}`,
  ];

  it.each([false, true])(
    'tells signatures of two files apart, and keeps what denies: reversed %p',
    reversed => {
      const documents = [
        placed('denied', { signs: ofApi }),
        placed('junk', { signs: ofApi }),
        placed('web', { signs: ofWeb }),
      ];
      if (reversed) documents.reverse();
      const evidence = { denied: DENIED, junk: NOBODY, web: NOBODY };
      expect(choose(documents, evidence)).toEqual(['denied', 'web']);
    },
  );

  it('goes by kind and stream, and then by arrival', () => {
    const documents = [
      placed('a', { kind: 'sbom' }),
      placed('b', { kind: 'scan' }),
      placed('c', { kind: 'sbom', stream: 'another' }),
      placed('d', { kind: 'sbom' }),
    ];
    const evidence = { a: DENIED, b: NOBODY, c: NOBODY, d: NOBODY };
    expect(choose(documents, evidence)).toEqual(['b', 'c', 'd']);
  });
});
