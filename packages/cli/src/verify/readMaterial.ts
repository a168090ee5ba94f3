import { access, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  DEFAULT_READ_LIMITS,
  readKey,
  readTrustedRoot,
  SignedArtifact,
  SigstoreRoot,
  VerifyKey,
} from '@hotpass/supply-chain-evidence';
import { CliError } from '../CliError';
import { digestFile } from '../documents/digestFile';
import { whyNot } from '../documents/systemError';

/** Whether there is something of that name. */
export async function exists(file: string, cwd: string): Promise<boolean> {
  try {
    await access(resolve(cwd, file));
    return true;
  } catch {
    return false;
  }
}

/** The bytes of a file that is a document and no artifact. */
export async function readDocument(
  given: string,
  cwd: string,
): Promise<Buffer> {
  const path = resolve(cwd, given);
  const { maxBytes } = DEFAULT_READ_LIMITS;
  try {
    const { size } = await stat(path);
    if (size <= maxBytes) return await readFile(path);
  } catch (error) {
    throw new CliError(`${given} cannot be read: ${whyNot(error)}`);
  }
  throw new CliError(`${given} is larger than the ${maxBytes} bytes allowed`);
}

/** What documents are checked with. */
export async function readMaterial(
  options: { key?: string[]; trustedRoot?: string; pss?: boolean },
  cwd: string,
): Promise<{ keys: VerifyKey[]; root?: SigstoreRoot }> {
  const keys: VerifyKey[] = [];
  for (const file of options.key ?? []) {
    const pem = (await readDocument(file, cwd)).toString('utf8');
    keys.push(
      named(file, () =>
        readKey(pem, { padding: options.pss ? 'pss' : undefined }),
      ),
    );
  }
  const { trustedRoot } = options;
  if (trustedRoot === undefined) return { keys };
  const bytes = await readDocument(trustedRoot, cwd);
  return { keys, root: named(trustedRoot, () => readTrustedRoot(bytes)) };
}

/** The artifact that a document should speak about. */
export async function readArtifact(
  given: string,
  cwd: string,
): Promise<SignedArtifact> {
  const { sha256, sha512 } = await digestFile(given, cwd);
  return {
    digest: { sha256, sha512 },
    bytes: await readFile(resolve(cwd, given)),
  };
}

/** Says of which file a refusal is. */
export function named<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { name, message, pointer, remedy } = error as Error & {
      pointer?: string;
      remedy?: string;
    };
    if (name !== 'EvidenceError') throw error;
    const place = pointer ? ` at ${pointer}` : '';
    throw new CliError(`${file}${place}: ${message} ${remedy ?? ''}`.trim());
  }
}
