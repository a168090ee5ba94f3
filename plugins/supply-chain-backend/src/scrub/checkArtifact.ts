import { createHash } from 'node:crypto';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';

export type Condition = 'sound' | 'corrupt' | 'missing';

/** Reads every byte of an artifact again, no faster than told. */
export async function checkArtifact(options: {
  store: ArtifactStore;
  sha256: string;
}): Promise<Condition> {
  const { store, sha256 } = options;
  if (!(await store.has(sha256))) return 'missing';
  const hash = createHash('sha256');
  try {
    for await (const chunk of await store.open(sha256)) hash.update(chunk);
  } catch (error) {
    // A disk that cannot be reached now is no proof that the bytes are wrong
    if (isOutage(error as NodeJS.ErrnoException)) throw error;
    return 'corrupt';
  }
  return hash.digest('hex') === sha256 ? 'sound' : 'corrupt';
}

function isOutage({ code, name }: NodeJS.ErrnoException): boolean {
  const codes = ['EMFILE', 'ENFILE', 'EACCES', 'EPERM', 'ETIMEDOUT', 'ESTALE'];
  return (
    name === 'NotFoundError' || (code !== undefined && codes.includes(code))
  );
}
