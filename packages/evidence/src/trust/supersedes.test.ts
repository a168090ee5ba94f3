import { Standing, supersedes } from './supersedes';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));

/** Trusted, signed and received at these hours. */
function trusted(signed: number | undefined, received: number): Standing {
  return {
    signature: {
      state: 'verified',
      times: signed === undefined ? [] : [at(signed).toISOString()],
    },
    trust: { state: 'trusted', line: 'ci' },
    receivedAt: at(received),
  };
}

const unsigned = (received = 9): Standing => ({
  signature: { state: 'none' },
  trust: { state: 'none' },
  receivedAt: at(received),
});
const stranger = (): Standing => ({
  ...trusted(9, 9),
  trust: { state: 'none' },
});
const failed = (): Standing => ({
  ...unsigned(),
  signature: { state: 'failed' },
  // A bad signature in a trusted name
  trust: { state: 'trusted', line: 'ci' },
});
const compromised = (): Standing => ({
  ...stranger(),
  trust: { state: 'none', revoked: 'compromised' },
});

describe('supersedes', () => {
  it('never lets less trust take the place of more', () => {
    for (const weaker of [unsigned(), stranger(), failed(), compromised()]) {
      expect(supersedes(trusted(8, 8), weaker)).toBe(false);
      expect(supersedes(weaker, trusted(8, 8))).toBe(true);
    }
    for (const worse of [failed(), compromised()]) {
      expect(supersedes(unsigned(), worse)).toBe(false);
      expect(supersedes(worse, unsigned())).toBe(true);
    }
  });

  it('goes by arrival among those whom nobody vouches for', () => {
    expect(supersedes(unsigned(10), unsigned(9))).toBe(true);
    expect(supersedes(unsigned(), stranger())).toBe(true);
    expect(supersedes(stranger(), unsigned())).toBe(true);
  });

  it('lets only a trusted signature of the same file take the place of one that denies', () => {
    const detached = (standing: Standing) => ({ ...standing, detached: true });
    const stray = { ...failed(), trust: { state: 'none' as const } };
    for (const denying of [detached(failed()), detached(compromised())]) {
      for (const other of [unsigned(10), stranger(), stray]) {
        expect(supersedes(denying, detached(other))).toBe(false);
        expect(supersedes(detached(other), denying)).toBe(true);
      }
      expect(supersedes(denying, detached(trusted(8, 8)))).toBe(true);
      expect(supersedes(detached(trusted(8, 8)), denying)).toBe(false);
    }
  });

  it.each([
    ['a later one', trusted(8, 8), trusted(9, 10), true],
    ['one of the same time', trusted(8, 8), trusted(8, 10), true],
    ['an older one, sent again', trusted(9, 9), trusted(8, 10), false],
    ['one that tells no time', trusted(9, 9), trusted(undefined, 10), false],
    ['a first that tells one', trusted(undefined, 9), trusted(10, 10), true],
    [
      'an old one after one without',
      trusted(undefined, 9),
      trusted(8, 10),
      false,
    ],
    ['a later arrival', trusted(undefined, 9), trusted(undefined, 10), true],
    ['bytes known before', trusted(undefined, 9), trusted(undefined, 8), false],
  ])('asks among trusted ones when it was signed: %s', (_, a, b, expected) => {
    expect(supersedes(a, b)).toBe(expected);
  });
});
