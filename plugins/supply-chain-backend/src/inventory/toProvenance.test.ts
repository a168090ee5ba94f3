import {
  Evidence,
  Output,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { DocumentFragment } from '@hotpass/supply-chain-evidence';
import { toProvenance } from './toProvenance';

const sha256 = (digit: string) => digit.repeat(64);
const sha512 = (digit: string) => digit.repeat(128);

function matchesOf(digest: Record<string, string>, outputs: Output[]) {
  const evidence = {
    id: 'e',
    facts: {
      recognised: { predicateType: 'https://slsa.dev/provenance/v1' },
      signature: { state: 'unchecked' },
      trust: { state: 'none' },
    },
  } as Evidence;
  const fragment = {
    subjects: [{ name: 'app.tgz', digest }],
  } as unknown as DocumentFragment;
  const { outputs: shown, declaredOnly } = toProvenance(
    evidence,
    fragment,
    outputs,
  );
  expect(declaredOnly).toBe(true);
  return shown[0].matches;
}

describe('toProvenance', () => {
  const outputs: Output[] = [
    { name: 'a', digest: `sha256:${sha256('a')}`, authority: 'declared' },
    { name: 'a', digest: `sha512:${sha512('a')}`, authority: 'declared' },
    { name: 'b', digest: `sha256:${sha256('b')}`, authority: 'attested' },
  ];

  it('matches outputs by full digests that all agree, and by nothing else', () => {
    expect(matchesOf({ sha256: sha256('a') }, outputs)).toBe('declared');
    expect(matchesOf({ sha256: sha256('B') }, outputs)).toBe('attested');
    expect(matchesOf({ sha256: 'aaaaaaaaaaaa' }, outputs)).toBe('none');
    expect(matchesOf({ sha1: 'a'.repeat(40) }, outputs)).toBe('none');
    expect(matchesOf({}, outputs)).toBe('none');
    expect(
      matchesOf({ sha256: sha256('a'), sha512: sha512('c') }, outputs),
    ).toBe('none');
  });
});
