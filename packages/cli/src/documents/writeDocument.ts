import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CliError } from '../CliError';
import type { Surroundings } from '../Surroundings';
import { whyNot } from './systemError';

/** Writes a document that a command made, and its folder; `-` is standard output. */
export async function writeDocument(
  text: string,
  output: string,
  { cwd, stdout }: Pick<Surroundings, 'cwd' | 'stdout'>,
): Promise<void> {
  if (output === '-') {
    stdout.write(text);
    return;
  }
  const path = resolve(cwd, output);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    throw new CliError(`${output} cannot be written: ${whyNot(error)}`);
  }
}
