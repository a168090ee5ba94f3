import { Output } from '../model/Digest';
import { aFragment } from '../__testUtils__/releases';
import {
  aBuilt,
  aLine,
  anSbom,
  aProvenance,
  assessed,
  aTrustPolicy,
  CI,
  hex,
  hex512,
  KEY,
  relateOptions,
  related,
  unmetBy,
  vouched,
} from '../__testUtils__/trusted';
import { relateRelease } from './relateRelease';
import { RelatedEvidence, RelateOptions } from './ReleaseTrust';
import { TrustLine } from './TrustPolicy';

const policy = aTrustPolicy();
const LATER = new Date('2026-11-23T13:00:00Z');
const shop = aBuilt('shop.tgz');
const foreign = aBuilt('of another release');
const provenance = vouched(policy, 'p', aProvenance([shop]));

function relate(
  evidence: RelatedEvidence[],
  rest: Partial<RelateOptions> = {},
) {
  return relateRelease(relateOptions(rest.policy ?? policy, evidence, rest));
}

function output(
  name: string,
  authority: Output['authority'] = 'declared',
  digest: Output['digest'] = { sha256: hex(name) },
): Output {
  return { name, digest, authority };
}

/** A bundle over a file's own bytes. */
function fileSignature(
  id: string,
  sha256: string,
  as: Parameters<typeof assessed>[2] = {},
  rest: Partial<RelatedEvidence> = {},
) {
  return vouched(
    policy,
    id,
    aFragment('other', 'sigstore-bundle', { signed: true }),
    { as: { content: { type: 'file', sha256 }, ...as }, ...rest },
  );
}

describe('signatures', () => {
  const sbom = related('s', anSbom());

  it('tell what was checked now and at receipt', () => {
    const atReceipt = assessed(policy, anSbom([shop]), {
      policyDigest: 'sha256:old',
      state: 'unchecked',
    });
    const found = relate([{ ...provenance, atReceipt }]).evidence.p;
    expect(found.signature).toMatchObject({
      state: 'verified',
      by: (CI as { identity: string }).identity,
      signer: CI,
      times: ['2026-11-23T11:00:00Z'],
      atReceipt: {
        state: 'unchecked',
        at: '2026-11-23T12:00:00.000Z',
        policyDigest: 'sha256:old',
      },
    });
  });

  it('from times that are still to come attest and seal nothing, and tell no time', () => {
    const early = vouched(policy, 'p', aProvenance([shop]), {
      as: { times: ['2027-11-23T11:00:00Z'] },
    });
    const found = relate([early]);
    expect(found).toMatchObject({ outputs: [], sealedBy: undefined });
    expect(found.evidence.p).toMatchObject({
      signature: { state: 'verified', times: [] },
      trust: { state: 'none' },
    });
    const come = relate([early], { now: new Date('2027-11-23T11:00:00Z') });
    expect(come.sealedBy).toBe('p');
  });

  it('are none, or unchecked, without an assessment under this very policy', () => {
    expect(relate([sbom]).evidence.s.signature).toEqual({ state: 'none' });
    const signed = related('s', anSbom([shop]));
    expect(relate([signed]).evidence.s.signature.state).toBe('unchecked');
    const other = aTrustPolicy([aLine({ id: 'new' })]);
    const found = relate([provenance], { policy: other }).evidence.p;
    expect(found).toMatchObject({
      signature: { state: 'unchecked' },
      trust: { state: 'none' },
    });
  });

  it('lie in bundles of their own, and sign the document that they are over', () => {
    const bundle = fileSignature('b', hex('bytes of s'));
    const found = relate([sbom, bundle]).evidence;
    expect(found.s).toMatchObject({
      signature: { state: 'verified', signer: CI },
      trust: { state: 'trusted', line: 'ci' },
      bound: { state: 'placed' },
    });
    expect(found.b.bound).toMatchObject({
      state: 'placed',
      reason: expect.stringContaining('evidence of this release (s)'),
    });
  });

  it('are spoilt by no detached one that is worse', () => {
    const { signature } = relate([provenance]).evidence.p;
    const over = hex('bytes of p');
    const worse = [
      fileSignature('b', over, { meets: [], signer: KEY }),
      fileSignature('c', over, {
        state: 'failed',
        claimed: CI,
        lines: [unmetBy('ci', 'material')],
      }),
    ];
    const found = relate([...worse, provenance]).evidence;
    expect(found.p.signature).toEqual(signature);
    expect(found.p.trust.line).toBe('ci');
    // What did not hold says of no document that it signs it
    expect(found.c).toMatchObject({
      signature: { state: 'failed' },
      trust: { state: 'trusted', line: 'ci' },
    });
    const unsigned = relate([
      sbom,
      fileSignature('c', hex('bytes of s'), worse[1].assessment),
    ]);
    expect(unsigned.evidence.s.signature.state).toBe('none');
  });

  it('that deny are not made good by whoever signs those bytes once more', () => {
    const stranger = { meets: [], signer: KEY };
    const forged = vouched(policy, 'p', aProvenance([shop]), {
      as: {
        state: 'failed',
        claimed: CI,
        signer: undefined,
        content: undefined,
        lines: [unmetBy('ci', 'material')],
      },
    });
    for (const as of [stranger, {}]) {
      const again = fileSignature('b', hex('bytes of p'), as);
      expect(relate([forged, again]).evidence.p).toMatchObject({
        signature: { state: 'failed' },
        trust: { state: 'trusted', line: 'ci' },
      });
    }
    const compromised = aTrustPolicy([
      aLine({
        revoked: { reason: 'compromised', since: '2020-01-01T00:00:00Z' },
      }),
      aLine({ id: 'other', signer: { type: 'key', keys: ['ci-key'] } }),
    ]);
    const stolen = vouched(compromised, 'p', aProvenance([shop]));
    const over = vouched(
      compromised,
      'b',
      aFragment('signature', 'sigstore-bundle', { signed: true }),
      {
        as: {
          signer: KEY,
          meets: ['other'],
          content: { type: 'file', sha256: hex('bytes of p') },
        },
      },
    );
    const found = relate([stolen, over], { policy: compromised });
    expect(found.evidence.p.trust.revoked).toBe('compromised');
    expect(found.buildLevel).toBe(0);
  });

  it('say which document they are over, or that it is not there, and bind nothing by that', () => {
    const signs = `sha256:${hex('bytes of s')}`;
    const broken = { ...fileSignature('b', ''), signs };
    broken.assessment = {
      ...broken.assessment!,
      state: 'failed',
      signer: undefined,
      content: undefined,
    };
    const of = (...evidence: RelatedEvidence[]) => relate(evidence).evidence;
    expect(of(sbom, broken).b.bound).toMatchObject({
      state: 'placed',
      reason: 'It signs evidence of this release (s).',
    });
    expect(of(sbom, broken).s.signature.state).toBe('none');
    expect(of(broken).b.bound).toMatchObject({
      state: 'neither',
      reason: expect.stringContaining(`${signs}, which is neither`),
    });
    // What its sender says of it is nobody's word about an output
    const about = { ...broken, signs: `sha256:${shop.digest.sha256}` };
    expect(of(provenance, about).b.bound).toMatchObject({ state: 'placed' });
    // Nor does it move what was verified: these very bytes, and no others
    const moved = { ...fileSignature('b', hex('other bytes')), signs };
    expect(of(sbom, moved).s.signature.state).toBe('none');
  });

  it('over files do not make statements that lie in them', () => {
    const files = aTrustPolicy([aLine({ predicateTypes: ['file'] })]);
    const bare = aProvenance([shop]);
    const statement = related('p', { ...bare, signed: false });
    const bundle = vouched(
      files,
      'b',
      aFragment('other', 'sigstore-bundle', { signed: true }),
      { as: { content: { type: 'file', sha256: hex('bytes of p') } } },
    );
    const found = relate([statement, bundle], { policy: files });
    expect(found.evidence.p).toMatchObject({
      signature: { state: 'verified' },
      trust: { state: 'none' },
    });
    expect(found.outputs).toEqual([]);
    const both = relate([statement, fileSignature('b', hex('bytes of p'))]);
    expect(both.outputs).toMatchObject([{ authority: 'attested', level: 3 }]);
  });
});

describe('bindings', () => {
  const bound = (
    evidence: RelatedEvidence,
    rest: RelatedEvidence[] = [provenance],
    outputs: Output[] = [],
  ) => relate([...rest, evidence], { outputs }).evidence[evidence.id].bound;

  it('take a full digest and somebody who is trusted', () => {
    const fragment = anSbom([shop]);
    expect(bound(vouched(policy, 's', fragment))).toEqual({
      state: 'bound',
      authority: 'attested',
      outputs: [`sha256:${hex('shop.tgz')}`],
      reason: 'It names shop.tgz by its full digest.',
    });
    const weak = [
      related('s', fragment),
      vouched(policy, 's', fragment, { as: { meets: [] } }),
      vouched(policy, 's', fragment, { as: { state: 'failed', claimed: CI } }),
    ];
    for (const evidence of weak) {
      expect(bound(evidence)).toMatchObject({ state: 'placed', outputs: [] });
    }
  });

  it('are as good as the authority of the output', () => {
    const sbom = vouched(policy, 's', anSbom([shop]));
    const of = (...outputs: Output[]) => bound(sbom, [], outputs).authority;
    expect(of(output('shop.tgz'))).toBe('declared');
    expect(of(output('shop.tgz', 'observed'))).toBe('observed');
    const two = vouched(policy, 's', anSbom([shop, aBuilt('b')]));
    const outputs = [output('shop.tgz', 'observed'), output('b')];
    expect(bound(two, [], outputs)).toMatchObject({
      authority: 'declared',
      outputs: [`sha256:${hex('shop.tgz')}`, `sha256:${hex('b')}`],
    });
  });

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['another digest', foreign.digest, 'neither', /something else/],
    ['a prefix', { sha256: hex('shop.tgz').slice(0, 40) }, 'placed', /no full/],
    [
      'a weak digest',
      { sha1: hex('shop.tgz').slice(0, 40) },
      'placed',
      /no full/,
    ],
    [
      'its capitals',
      { sha256: hex('shop.tgz').toUpperCase() },
      'bound',
      /names/,
    ],
    [
      'a digest too many',
      { ...shop.digest, sha512: hex512('x') },
      'neither',
      /another one of the same subject/,
    ],
  ])('compare full digests only: %s', (_, digest, state, reason) => {
    const sealing = vouched(
      policy,
      'p',
      aProvenance([{ digest: { ...shop.digest, sha512: hex512('shop') } }]),
    );
    const sbom = vouched(policy, 's', anSbom([{ name: 'shop', digest }]));
    expect(bound(sbom, [sealing])).toMatchObject({
      state,
      reason: expect.stringMatching(reason),
    });
  });

  it('cannot be told where no output is known', () => {
    const sbom = vouched(policy, 's', anSbom([shop]));
    expect(bound(sbom, [])).toMatchObject({
      state: 'placed',
      reason: expect.stringMatching(/^No output/),
    });
  });

  it('tie a document that trusted provenance names, by the outputs beside it', () => {
    const named = { digest: { sha256: hex('bytes of s') } };
    const sbom = related('s', anSbom());
    const attested = { state: 'bound', authority: 'attested' };
    const asSubject = aProvenance([shop, named]);
    const asByproduct = aProvenance([shop], { byproducts: [named] });
    for (const fragment of [asSubject, asByproduct]) {
      expect(bound(sbom, [vouched(policy, 'p', fragment)])).toMatchObject(
        attested,
      );
      const untrusted = [
        related('p', fragment),
        vouched(policy, 'p', fragment, { current: false }),
        // Trusted, and of another build than the one that was sealed
        vouched(
          policy,
          'q',
          aProvenance([foreign, named], { byproducts: [named] }),
        ),
      ];
      for (const one of untrusted) {
        const later = { ...one, id: 'q', receivedAt: LATER };
        expect(bound(sbom, [provenance, later]).state).toBe('placed');
      }
    }
    const alone = vouched(policy, 'p', aProvenance([named]));
    expect(bound(sbom, [alone]).state).toBe('placed');
  });

  it('tie an SBOM by the hash of its root', () => {
    const withRoot = (hashes: Record<string, string>) =>
      related('s', {
        ...anSbom(),
        header: {
          authors: [],
          tools: [],
          lifecycles: [],
          root: { ref: 'r', name: 'shop', hashes },
        },
      });
    expect(bound(withRoot(shop.digest))).toMatchObject({
      state: 'bound',
      authority: 'attested',
    });
    expect(bound(withRoot(foreign.digest)).state).toBe('placed');
  });

  it('tie a list of checksums by what it lists, once somebody trusted signed it', () => {
    const listOf = (...lines: { name: string; digest: string }[]) =>
      related(
        'c',
        aFragment('checksums', 'checksums', {
          checksums: {
            entries: lines.map((line, at) => ({
              ...line,
              algorithm:
                { 40: 'sha1', 64: 'sha256' }[line.digest.length] ?? 'sha512',
              line: at + 1,
              weak: line.digest.length < 64,
            })),
          },
        }),
      );
    const ours = { name: 'shop.tgz', digest: hex('shop.tgz') };
    const other = { name: 'other.tgz', digest: hex('other.tgz') };
    const list = listOf(ours, other);
    const signed = fileSignature('b', hex('bytes of c'));
    expect(bound(list, [provenance, signed])).toEqual({
      state: 'bound',
      authority: 'attested',
      outputs: [`sha256:${hex('shop.tgz')}`],
      reason: 'It names shop.tgz by its full digest.',
    });
    // It binds itself to what was declared, and makes no more of that
    const declared = relate([list, signed], { outputs: [output('shop.tgz')] });
    expect(declared).toMatchObject({
      outputs: [{ name: 'shop.tgz', authority: 'declared' }],
      buildLevel: 0,
      evidence: { c: { bound: { state: 'bound', authority: 'declared' } } },
    });
    expect(bound(listOf(other), [provenance, signed]).state).toBe('neither');
    // All digests of a file must agree, and others say nothing
    const long = { name: 'shop.tgz', digest: 'ab'.repeat(64) };
    expect(bound(listOf(long), [provenance, signed])).toMatchObject({
      state: 'neither',
      reason: expect.stringMatching(/another algorithm .* cannot be compared/),
    });
    const both = relate([listOf(ours, long), signed], {
      outputs: [
        {
          ...output('shop.tgz'),
          digest: { ...shop.digest, sha512: hex512('y') },
        },
      ],
    });
    expect(both.evidence.c.bound).toMatchObject({
      state: 'neither',
      reason: expect.stringMatching(/another one of the same subject is not/),
    });
    const weak = { name: 'shop.tgz', digest: hex('shop.tgz').slice(0, 40) };
    const stranger = fileSignature('b', hex('bytes of c'), { meets: [] });
    for (const [one, rest, reason] of [
      [list, [provenance], /^It names shop.tgz, and nobody trusted vouches/],
      [list, [provenance, stranger], /nobody trusted vouches/],
      [listOf(other), [provenance], /^It lists no known output/],
      [listOf(weak), [provenance, signed], /^It names no full sha256/],
      [list, [signed], /^No output of this release is known/],
    ] as const) {
      expect(bound(one, [...rest])).toMatchObject({
        state: 'placed',
        reason: expect.stringMatching(reason),
      });
    }
  });

  it('tie a signature over an output, and no other', () => {
    const signature = fileSignature('b', hex('shop.tgz'));
    expect(bound(signature).state).toBe('bound');
    expect(bound(fileSignature('b', hex('x'))).state).toBe('neither');
    const stranger = fileSignature('b', hex('shop.tgz'), { meets: [] });
    expect(bound(stranger).state).toBe('placed');
  });
});

describe('outputs', () => {
  it('are attested by trusted provenance only', () => {
    expect(relate([provenance])).toMatchObject({
      sealedBy: 'p',
      outputs: [{ name: 'shop.tgz', authority: 'attested' }],
    });
    const untrusted = [
      related('p', aProvenance([shop])),
      vouched(policy, 'p', aProvenance([shop]), { as: { meets: [] } }),
      vouched(policy, 'p', anSbom([shop])),
      fileSignature('p', hex('shop.tgz')),
    ];
    for (const evidence of untrusted) {
      const found = relate([evidence]);
      expect([found.sealedBy, found.outputs]).toEqual([undefined, []]);
    }
    // Not because they once were
    const kept = relate([], { outputs: [output('shop.tgz', 'attested')] });
    expect(kept.outputs).toEqual([]);
  });

  it('are sealed by the first that arrived, replaced or not', () => {
    const early = vouched(policy, 'z', aProvenance([shop, aBuilt('b')]), {
      receivedAt: new Date('2026-11-23T10:00:00Z'),
      current: false,
      // Signed later than the other: a statement sent later changes no seal
      as: { times: ['2026-11-23T11:30:00Z'] },
    });
    const late = vouched(policy, 'a', aProvenance([shop, foreign]));
    const found = relate([late, early]);
    expect(found).toMatchObject({
      sealedBy: 'z',
      sealConflicts: [
        {
          evidence: 'a',
          name: foreign.name,
          digest: `sha256:${foreign.digest.sha256}`,
        },
      ],
      buildLevel: 0,
    });
    expect(found.outputs.map(({ name }) => name)).toEqual(['shop.tgz', 'b']);
    // Once it is replaced it says nothing any more
    const replaced = relate([{ ...late, current: false }, early]);
    expect(replaced.sealConflicts).toEqual([]);
    // A part of the set is no other set
    const part = vouched(policy, 'a', aProvenance([shop]));
    expect(relate([part, early]).sealConflicts).toEqual([]);
  });

  it('are there once, with their strongest authority', () => {
    const both = {
      sha256: hex('shop.tgz'),
      sha512: hex512('claimed'),
    };
    const found = relate([provenance], {
      outputs: [
        output('other name', 'declared', both),
        output('shop.tgz'),
        output('only here'),
      ],
    });
    expect(found.outputs).toMatchObject([
      { name: 'shop.tgz', authority: 'attested', digest: shop.digest },
      { name: 'only here', authority: 'declared', level: 0 },
    ]);
    // What was claimed beside it did not become attested
    const sneaked = vouched(
      policy,
      's',
      anSbom([{ digest: { sha512: hex512('claimed') } }]),
    );
    const outputs = [output('shop.tgz', 'declared', both)];
    expect(
      relate([provenance, sneaked], { outputs }).evidence.s.bound.state,
    ).toBe('neither');
    // What we hashed ourselves is the same bytes
    const observed = [output('shop.tgz', 'observed', both)];
    expect(
      relate([provenance, sneaked], { outputs: observed }).evidence.s.bound,
    ).toMatchObject({ state: 'bound', authority: 'attested' });
  });

  it('are never evidence documents', () => {
    const document = { name: 'sbom', digest: { sha256: hex('bytes of s') } };
    const sbom = related('s', anSbom());
    const found = relate(
      [vouched(policy, 'p', aProvenance([shop, document])), sbom],
      { outputs: [{ ...document, authority: 'declared' }] },
    );
    expect(found.outputs.map(({ name }) => name)).toEqual(['shop.tgz']);
    expect(found.notOutputs).toEqual([
      { name: 'sbom', digest: `sha256:${hex('bytes of s')}`, evidence: 's' },
    ]);
    const alone = relate([vouched(policy, 'p', aProvenance([document])), sbom]);
    expect([alone.outputs, alone.sealedBy]).toEqual([[], undefined]);
    // An output does not stop being one because its bytes are sent as evidence
    const bytes = related('s', {
      ...aFragment('other', 'unknown'),
      recognised: {
        ...aFragment('other', 'unknown').recognised,
        state: 'unknown',
      },
    });
    const declared = { ...document, authority: 'declared' as const };
    expect(relate([bytes], { outputs: [declared] }).outputs).toHaveLength(1);
    const seen = { ...document, authority: 'observed' as const };
    expect(relate([sbom], { outputs: [seen] }).outputs).toHaveLength(1);
  });

  it('are none while trust is held', () => {
    const held = relate([provenance], {
      subject: { ref: 'component:default/shop', held: 'it moved' },
    });
    expect(held).toMatchObject({ outputs: [], buildLevel: 0 });
  });
});

describe('adoption', () => {
  const key: TrustLine = aLine({
    id: 'key',
    signer: { type: 'key', keys: ['ci-key'] },
  });
  const adopting = aTrustPolicy(
    [aLine(), key],
    [
      { entities: ['component:acme/*'], state: 'signed', from: '2026-01-01' },
      {
        entities: ['component:default/*'],
        state: 'keyless',
        from: '2027-01-01T00:00:00Z',
      },
    ],
  );
  const statement = (
    id: string,
    fragment: RelatedEvidence['fragment'],
    as: Parameters<typeof assessed>[2] = {},
  ) => vouched(adopting, id, fragment, { as });
  const reached = (...evidence: RelatedEvidence[]) =>
    relate(evidence, { policy: adopting, outputs: [output('b')] }).adoption
      .reached;
  const p = statement('p', aProvenance([shop]));
  const s = statement('s', anSbom([shop]));

  it('is what every SBOM and provenance reached', () => {
    expect(reached(p, s)).toBe('keyless');
    const byKey = { signer: KEY, meets: ['key'] };
    expect(reached(p, statement('s', anSbom([shop]), byKey))).toBe('signed');
    expect(reached()).toBe('digests-only');
    for (const sbom of [
      related('s', anSbom()),
      statement('s', anSbom([shop]), { meets: [] }),
      statement('s', anSbom([shop]), { state: 'failed', claimed: CI }),
      statement('s', anSbom([foreign])),
      statement('s', anSbom([aBuilt('b')])),
    ]) {
      expect(reached(p, sbom)).toBe('digests-only');
      expect(reached(p, { ...sbom, current: false })).toBe('keyless');
    }
  });

  it('is expected by the first rule that matches', () => {
    expect(relate([p, s], { policy: adopting }).adoption).toEqual({
      reached: 'keyless',
      expected: 'keyless',
      from: '2027-01-01T00:00:00Z',
    });
    expect(relate([provenance]).adoption).toEqual({ reached: 'keyless' });
  });
});
