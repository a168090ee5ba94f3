import { basename, dirname, relative, resolve, sep } from 'node:path';
import { DigestedFile } from '../documents/digestFile';

/**
 * The name of a file in a list: its path from the list's folder, so that
 * `sha256sum -c` finds it there; without folders where it lies elsewhere.
 */
export function nameInList(output: string, cwd: string) {
  const folder = output === '-' ? cwd : dirname(resolve(cwd, output));
  return (file: string): string => {
    const path = relative(folder, resolve(cwd, file));
    const isBelow =
      path !== '' && !path.startsWith('..') && !/^[a-z]:/i.test(path);
    return isBelow ? path.split(sep).join('/') : basename(file);
  };
}

const ESCAPES: { [character: string]: string } = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
};

/**
 * One line of a list: a name that would break the line is escaped, and a backslash
 * before the digest says so. Source: GNU coreutils manual, "cksum output modes".
 */
export function checksumLine({
  name,
  sha256,
}: Pick<DigestedFile, 'name' | 'sha256'>): string {
  const escaped = name.replace(/[\\\n\r]/g, character => ESCAPES[character]);
  return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`;
}
