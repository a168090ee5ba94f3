import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError } from '../CliError';
import type { Surroundings } from '../Surroundings';
import { whyNot } from './systemError';

/** Writes a document that a command made; `-` is standard output. */
export async function writeDocument(
  text: string,
  output: string,
  { cwd, stdout }: Pick<Surroundings, 'cwd' | 'stdout'>,
): Promise<void> {
  if (output === '-') {
    stdout.write(text);
    return;
  }
  try {
    await writeFile(resolve(cwd, output), text);
  } catch (error) {
    throw new CliError(`${output} cannot be written: ${whyNot(error)}`);
  }
}
