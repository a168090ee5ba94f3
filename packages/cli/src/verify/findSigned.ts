import { open, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  DetachedSignature,
  SignedArtifact,
} from '@hotpass/supply-chain-evidence';
import { CliError } from '../CliError';
import { payloadOf } from './payloadOf';
import { bundleOf, readDetached } from './readDetached';
import { exists, readArtifact, readDocument } from './readMaterial';

const BUNDLE = '.sigstore.json';
const SIGNATURE = '.sig';

/** A signed document, and what it should speak about. */
export interface FoundSigned {
  bytes: Buffer;
  /** The file that it was read from. */
  given: string;
  artifact?: SignedArtifact & { name: string };
  /** What lies there in pieces; `bytes` then is a bundle of them. */
  detached?: DetachedSignature;
  /** A statement that lies beside its bundle: what was signed must be these bytes. */
  statement?: { name: string; bytes: Buffer };
}

/**
 * What a person means by one name: a signed document, or a file whose signature lies
 * beside it as signing tools put it, `<file>.sigstore.json`, or `<file>.sig` with a
 * certificate or without.
 */
export async function findSigned(
  file: string,
  artifact: string | undefined,
  cwd: string,
): Promise<FoundSigned> {
  const given = await signatureOf(file, cwd);
  if (given === undefined) {
    await requireDocument(file, cwd);
    const bytes = await readDocument(file, cwd);
    const about = artifact ?? (await fileOfBundle(file, bytes, cwd));
    return { bytes, given: file, artifact: await named(about, cwd) };
  }
  const bytes = await readDocument(given, cwd);
  const payload = payloadIn(bytes);
  // A statement's bundle speaks about others, and holds the statement itself
  if (payload?.equals(await readSmall(file, cwd))) {
    return {
      bytes,
      given,
      artifact: await named(artifact, cwd),
      statement: { name: file, bytes: payload },
    };
  }
  if (artifact !== undefined) {
    throw new CliError(
      `${given} lies beside ${file}, so it is ${file} that it should speak about: leave --artifact out, or name the bundle instead of ${file}`,
    );
  }
  const about = (await named(file, cwd))!;
  if (given.endsWith(BUNDLE) || payload) {
    return { bytes, given, artifact: about };
  }
  const detached = await readDetached(file, bytes, cwd);
  const bundle = bundleOf(detached, about);
  return { bytes: bundle, given, artifact: about, detached };
}

/** Where the signature of a file lies that is no signed document itself. */
async function signatureOf(
  file: string,
  cwd: string,
): Promise<string | undefined> {
  if (file.endsWith(BUNDLE)) return undefined;
  for (const end of [BUNDLE, SIGNATURE]) {
    if (!(await exists(`${file}${end}`, cwd))) continue;
    // Whoever signed a signed document once more means the outer one by its name
    return payloadIn(await readSmall(file, cwd)) ? undefined : `${file}${end}`;
  }
  return undefined;
}

async function fileOfBundle(file: string, bytes: Buffer, cwd: string) {
  if (!file.endsWith(BUNDLE) || payloadIn(bytes)) return undefined;
  const signed = file.slice(0, -BUNDLE.length);
  return (await exists(signed, cwd)) ? signed : undefined;
}

async function named(file: string | undefined, cwd: string) {
  if (file === undefined) return undefined;
  return { name: file, ...(await readArtifact(file, cwd)) };
}

/** Only of what begins as JSON does: an artifact may be large, and is none. */
function payloadIn(bytes: Buffer): Buffer | undefined {
  return bytes[0] === 0x7b ? payloadOf(bytes.toString('utf8')) : undefined;
}

/** A statement is small; larger files are never one. */
async function readSmall(file: string, cwd: string): Promise<Buffer> {
  const path = resolve(cwd, file);
  try {
    const { size } = await stat(path);
    return size > 64 * 2 ** 20 ? Buffer.alloc(0) : await readFile(path);
  } catch {
    // Whoever needs the file says why it cannot be read
    return Buffer.alloc(0);
  }
}

/** JSON or XML begins so, or white space before it or a byte order mark. */
const BEGINNINGS = /^[{<\s\xef]/;

/** Whoever names what was shipped is told where its signature was looked for. */
async function requireDocument(file: string, cwd: string): Promise<void> {
  const path = resolve(cwd, file);
  let first = Buffer.alloc(0);
  try {
    const handle = await open(path);
    try {
      first = (await handle.read(Buffer.alloc(1), 0, 1, 0)).buffer;
    } finally {
      await handle.close();
    }
  } catch {
    // Told by whoever reads it whole
    return;
  }
  if (BEGINNINGS.test(first.toString('latin1'))) return;
  throw new CliError(
    `${file} is no signed document, and neither ${file}${BUNDLE} nor ${file}${SIGNATURE} lies beside it: sign it, or name its bundle with --artifact ${file}`,
  );
}
