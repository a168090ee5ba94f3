/*
 * What lies beside a document and signs it goes with it, as signing tools put it there:
 * `X.sig` with `X.pem` or `X.crt`, `X.sigstore.json`, `X.bundle`, `X.intoto.jsonl`. Only
 * what is what its name says is taken, and what is left out is told, with the reason.
 */
import { resolve } from 'node:path';
import { CliError } from '../CliError';
import { EvidenceFile, openEvidenceFile } from '../documents/EvidenceFile';
import { CERTIFICATES } from '../verify/readDetached';
import { exists } from '../verify/readMaterial';
import { detachedFile, FoundSignature } from './detachedFile';
import { FoundSigned, signedFile } from './signedFile';

const SIGNATURE = '.sig';
const BUNDLES = ['.sigstore.json', '.bundle', '.intoto.jsonl'];

/** The documents that were named, with what signs them. */
export interface WithCompanions {
  files: EvidenceFile[];
  /** What was found beside them, and what was made of it. */
  notes: string[];
}

/** Opens the files, and what lies beside them and signs them. */
export async function openWithCompanions(
  paths: string[],
  cwd: string,
): Promise<WithCompanions> {
  const named = new Set(paths.map(path => resolve(cwd, path)));
  const isNamed = (path: string) => named.has(resolve(cwd, path));
  const files: EvidenceFile[] = [];
  const notes: string[] = [];
  for (const given of paths) {
    if (await isPart(given, cwd)) continue;
    const base = baseOf(given, SIGNATURE);
    if (base !== undefined) {
      files.push(await namedSignature(given, base, cwd));
      continue;
    }
    const found = await withSigned(given, isNamed, cwd);
    files.push(...found.files);
    notes.push(...found.notes);
  }
  return { files, notes };
}

async function withSigned(
  given: string,
  isNamed: (path: string) => boolean,
  cwd: string,
): Promise<WithCompanions> {
  const file = await openEvidenceFile(given, cwd);
  const beside: EvidenceFile[] = [];
  const notes: string[] = [];
  // What signs a signed document once more is named by who means it
  const isSigned = BUNDLES.some(end => given.endsWith(end));
  for (const end of isSigned ? [] : [SIGNATURE, ...BUNDLES]) {
    const path = `${given}${end}`;
    if (isNamed(path) || !(await exists(path, cwd))) continue;
    const found = await findBeside(path, file, cwd);
    if ('instead' in found) {
      const note = `${path} holds ${given}, signed: it is sent instead.`;
      return { files: [found.instead], notes: [note] };
    }
    if ('file' in found) beside.push(found.file);
    notes.push(
      'file' in found
        ? `${path} lies beside ${given} and signs it: it goes along.`
        : `${path} lies beside ${given} and is left out: ${found.isNone}.`,
    );
  }
  return { files: [file, ...beside], notes };
}

async function findBeside(
  path: string,
  file: EvidenceFile,
  cwd: string,
): Promise<FoundSignature | FoundSigned> {
  const document = await openEvidenceFile(path, cwd);
  return path.endsWith(SIGNATURE)
    ? detachedFile(document, file, cwd)
    : signedFile(document, file);
}

/** A signature that was named itself; what it signs lies beside it, or nobody knows. */
async function namedSignature(
  given: string,
  base: string,
  cwd: string,
): Promise<EvidenceFile> {
  const document = await openEvidenceFile(given, cwd);
  if (!(await exists(base, cwd))) {
    throw new CliError(
      `${given} is a signature, and ${base} does not lie beside it: put the file that was signed there`,
    );
  }
  const signed = await openEvidenceFile(base, cwd);
  const found = await detachedFile(document, signed, cwd);
  if ('file' in found) return found.file;
  throw new CliError(`${given} is no signature: ${found.isNone}`);
}

/** A certificate goes with its signature, and says nothing alone. */
async function isPart(given: string, cwd: string): Promise<boolean> {
  const base = CERTIFICATES.flatMap(end => baseOf(given, end) ?? [])[0];
  return base !== undefined && exists(`${base}${SIGNATURE}`, cwd);
}

function baseOf(given: string, end: string): string | undefined {
  return given.endsWith(end) ? given.slice(0, -end.length) : undefined;
}
