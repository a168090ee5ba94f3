import { CliError } from '../CliError';
import { writeDocument } from '../documents/writeDocument';
import type { Surroundings } from '../Surroundings';
import { openSigning } from './openSigning';
import { MaySign, requireSign } from './SigningOptions';

/** How a document that a command made was signed. */
export interface SignedNote {
  bundle: string;
  /** For a sentence: `signed with the key 0123…`. */
  words: string;
  details: object;
}

export interface ToWrite {
  text: string;
  /** Where it goes; `-` is standard output. */
  output: string;
  /** A statement that is signed in its stead, such as one that has it as predicate. */
  statement?: string;
  /** The bundle holds the document, so nothing else is written. */
  inBundle?: boolean;
}

/**
 * Writes a document and, with `--sign`, its bundle: beside it under the name that
 * other tools look for, or in its place. Where signing fails nothing is written.
 */
export async function writeSigned(
  { text, output, statement, inBundle }: ToWrite,
  options: MaySign,
  surroundings: Surroundings,
): Promise<SignedNote | undefined> {
  requireSign(options);
  if (!options.sign) {
    await writeDocument(text, output, surroundings);
    return undefined;
  }
  if (output === '-' && !inBundle) {
    throw new CliError(
      'With --sign there are two files, the document and its bundle beside it: name one with --output',
    );
  }
  const bundle = inBundle ? output : bundleBeside(output);
  const signing = await openSigning(options, surroundings);
  const signed = await signing.sign(Buffer.from(statement ?? text), output);
  if (!inBundle) await writeDocument(text, output, surroundings);
  await writeDocument(signed, bundle, surroundings);
  return {
    bundle,
    words: `signed ${signing.name()}`,
    details: { bundle, ...signing.details() },
  };
}

/** As `cosign` and PyPI's `sigstore` look for it. */
export function bundleBeside(file: string): string {
  return `${file}.sigstore.json`;
}
