import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const BESIDE_THE_REPOSITORY = resolve(__dirname, '../../../../../shared');

/** A folder of documents made by others, beside the repository. */
export function vectors(path: string): string {
  return resolve(BESIDE_THE_REPOSITORY, 'vectors', path);
}

/** A folder of real documents made by real tools, beside the repository. */
export function corpus(path: string): string {
  return resolve(BESIDE_THE_REPOSITORY, 'corpus', path);
}

/** Like `describe`, but says so and skips where the folder is absent: a clone alone still passes. */
export function describeWith(
  folder: string,
  title: string,
  body: (folder: string) => void,
): void {
  if (existsSync(folder)) {
    describe(`${title}`, () => {
      body(folder);
    });
  } else {
    const { skip } = it;
    skip(`${title}: the folder "${folder}" is absent`, () => {});
  }
}
