import { readTrustPolicy } from '@hotpass/supply-chain-evidence';
import { Folder } from '../__testUtils__/Folder';
import { openEvidenceFiles } from '../documents/EvidenceFile';
import { assessFiles } from './assessFiles';
import { readFiles } from './readFiles';

const statement = Buffer.from(
  JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'app.tgz', digest: { sha256: 'a'.repeat(64) } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: { buildDefinition: {}, runDetails: {} },
  }),
).toString('base64');
const envelope = (sig: string) =>
  JSON.stringify({
    payloadType: 'application/vnd.in-toto+json',
    payload: statement,
    signatures: [{ sig }],
  });

const policy = readTrustPolicy({
  schema: 'https://hotpass.github.io/supply-chain/trust-policy/v1',
  roots: [],
  keys: [],
  lines: [],
  adoption: [],
});

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  folder.write('signed.json', envelope('c2ln'));
  folder.write('sums.txt', `${'a'.repeat(64)}  app.tgz\n`);
});
afterEach(() => folder.remove());

const read = async () =>
  readFiles(await openEvidenceFiles(['signed.json', 'sums.txt'], folder.path));

describe('assessFiles', () => {
  it('assesses what is signed, and nothing else', async () => {
    const files = await read();
    const found = await assessFiles(files, policy);
    expect([...found.keys()]).toEqual([files[0].file.digest]);
    expect([...found.values()]).toMatchObject([
      { policyDigest: policy.digest, state: 'unchecked' },
    ]);
  });

  it('refuses bytes that are others by then', async () => {
    const files = await read();
    folder.write('signed.json', envelope('b3RoZXI='));
    await expect(assessFiles(files, policy)).rejects.toThrow(
      'signed.json was changed while it was being read',
    );
  });
});
