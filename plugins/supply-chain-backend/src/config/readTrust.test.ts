import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { composePolicy } from '../trust/composePolicy';
import { aSigner } from '../trust/__testUtils__/signing';
import { readTrust } from './readTrust';

const MIRROR = 'https://tuf-repo-cdn.sigstore.dev';
const REPOSITORY = 'https://github.com/acme/app';

/** As a start reads it, and puts it together. */
function read(trust: object) {
  const config = readTrust(new ConfigReader({ trust } as never));
  return composePolicy(config, new Map());
}

describe('supplyChain.trust', () => {
  const line = {
    id: 'release',
    signer: { keys: ['ci'] },
    predicateTypes: ['file'],
    entities: ['component:default/*'],
  };
  const workflow = {
    root: 'public',
    issuer: 'https://token.actions.githubusercontent.com',
    identity: `${REPOSITORY}/.github/workflows/release.yml@refs/heads/main`,
    source: {
      repositoryId: '1',
      refs: ['refs/tags/*'],
      triggers: ['push'],
    },
  };
  const publicGood = { name: 'public', tuf: { mirror: `${MIRROR}/` } };
  let key: { name: string; file: string };

  beforeAll(async () => {
    key = await aSigner('ci');
  });

  it('trusts nobody where nothing is said', () => {
    expect(read({}).policy).toMatchObject({ lines: [], roots: [], keys: [] });
  });

  it('asks certificates for everything and keys for nothing, unless told', () => {
    const { policy } = read({
      keys: [{ name: 'ci', file: key.file }],
      roots: [publicGood],
      lines: [
        line,
        { ...line, id: 'workflow', signer: workflow },
        { ...line, id: 'logged', require: { log: 0 }, signer: workflow },
      ],
    });
    expect(policy.lines.map(({ require }) => require)).toEqual([
      { log: 0, sct: 0, time: 0 },
      { log: 1, sct: 1, time: 1 },
      { log: 0, sct: 1, time: 1 },
    ]);
    // From Sigstore's own package, without asking anybody
    expect(policy.roots[0].root).toMatchObject({
      tlogs: expect.arrayContaining([expect.anything()]),
    });
  });

  it('has a root that was not had yet trust nobody', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'supply-chain-root-'));
    const rootFile = join(folder, 'root.json');
    await writeFile(rootFile, '{}');
    const { policy } = read({
      roots: [
        { name: 'own', tuf: { mirror: 'https://tuf.example', rootFile } },
      ],
    });
    expect(policy.roots[0].root).toMatchObject({
      certificateAuthorities: [],
      tlogs: [],
    });
  });

  it.each<[object, string]>([
    [
      { keys: [{ name: 'ci', file: '/not/there.pem' }] },
      `supplyChain.trust.keys[0].file: '/not/there.pem' was not read`,
    ],
    [
      { keys: [{ name: 'ci', file: __filename }] },
      'supplyChain.trust.keys[0].file: This is no public key',
    ],
    [{ roots: [{ name: 'x' }] }, 'trust.roots[0] needs a file, a tuf'],
    [{ roots: [{ name: 'x', file: __filename }] }, 'trust.roots[0].file: '],
    [
      { roots: [{ name: 'x', tuf: { mirror: 'http://tuf.example' } }] },
      'trust.roots[0].tuf.mirror must be an https address',
    ],
    [
      { roots: [{ name: 'x', tuf: { mirror: 'https://tuf.example' } }] },
      'trust.roots[0].tuf.rootFile is needed',
    ],
    [{ lines: [line] }, 'supplyChain.trust.lines[0].signer.keys'],
    [
      {
        roots: [publicGood],
        lines: [{ ...line, signer: { ...workflow, source: undefined } }],
      },
      'supplyChain.trust.lines[0].signer.source: ',
    ],
    [
      {
        roots: [publicGood],
        lines: [{ ...line, signer: { ...workflow, keys: ['ci'] } }],
      },
      'trust.lines[0].signer has keys and issuer',
    ],
    [
      {
        lines: [{ ...line, revoked: { reason: 'lost', since: '2026-01-01' } }],
      },
      `trust.lines[0].revoked.reason is 'lost'`,
    ],
    [
      { adoption: [{ entities: ['*'], state: 'signed', from: 'tomorrow' }] },
      'supplyChain.trust.adoption[0].from: ',
    ],
  ])('refuses %j', (trust, message) => {
    expect(() => read(trust)).toThrow(message);
  });
});
