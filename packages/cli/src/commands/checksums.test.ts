import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

const ONE = '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed';
const TWO = '3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

const checksums = (...args: string[]) =>
  runCli(['checksums', ...args], { cwd: folder.path });
const read = (path: string) => readFileSync(join(folder.path, path), 'utf8');

/** What coreutils thinks; `undefined` where they are not. */
function sha256sum(list: string, cwd = folder.path): string | undefined {
  try {
    return execFileSync('sha256sum', ['--strict', '-c', list], {
      cwd,
      encoding: 'utf8',
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

describe('checksums', () => {
  it('writes what sha256sum -c accepts, names that need escaping too', async () => {
    const awkward = ['back\\slash.tgz', 'new\nline.tgz', 'a b.tgz', 'ö.tgz'];
    folder.write('dist/a.tgz', 'one');
    folder.write('dist/sub/a.tgz', 'two');
    for (const name of awkward) folder.write(`dist/${name}`, name);
    const files = ['a.tgz', 'sub/a.tgz', ...awkward].map(n => `dist/${n}`);
    const made = await checksums(...files, '--output', 'dist/checksums.txt');
    expect(made).toMatchObject({ exitCode: 0, stderr: '' });
    const lines = read('dist/checksums.txt').split('\n');
    expect(lines.slice(0, 2)).toEqual([`${ONE}  a.tgz`, `${TWO}  sub/a.tgz`]);
    expect(lines[2]).toMatch(/^\\[0-9a-f]{64} {2}back\\\\slash\.tgz$/);
    expect(lines[3]).toMatch(/^\\[0-9a-f]{64} {2}new\\nline\.tgz$/);

    const theirs = sha256sum('checksums.txt', join(folder.path, 'dist'));
    const accepted = theirs?.match(/: OK$/gm)?.length;
    expect(accepted ?? 'no sha256sum here').toBe(
      theirs === undefined ? 'no sha256sum here' : files.length,
    );
    const ours = await checksums('--check', 'dist/checksums.txt');
    expect(ours.stdout).toContain('✔ 6 of 6 files as listed.');
    expect(ours.exitCode).toBe(0);
  });

  it('checks lists of other tools and says which file differs, where and what to do', async () => {
    folder.write('a.tgz', 'one');
    folder.write('b.tgz', 'changed');
    folder.write(
      'SUMS',
      `SHA256 (a.tgz) = ${ONE}\n${TWO} *b.tgz\n${TWO}  gone.tgz\nnot a checksum\n`,
    );
    const result = await checksums('--check', 'SUMS');
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain('✔ a.tgz');
    expect(result.stdout).toContain('✖ b.tgz: the file is ');
    expect(result.stdout).toContain('✖ gone.tgz: there is no such file');
    expect(result.stdout).toContain('✖ 1 of 3 files as listed; 3 differences.');
    expect(result.stdout).toContain('at SUMS line 2');
    expect(result.stdout).toContain('Do not ship it');

    const json = await checksums('--check', 'SUMS', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      exitCode: 1,
      lines: [{ state: 'ok' }, { state: 'differs' }, { state: 'unreadable' }],
    });
    const quiet = await checksums('--check', 'SUMS', '--quiet');
    expect(quiet.stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it('tells where list and provenance speak about different files', async () => {
    folder.write('a.tgz', 'one');
    folder.write('b.tgz', 'two');
    const provenance = 'dist/provenance/provenance.json';
    const made = await runCli(['provenance', 'a.tgz', 'b.tgz'], {
      cwd: folder.path,
    });
    expect(made.exitCode).toBe(0);
    const same = await checksums('a.tgz', 'b.tgz', '--provenance', provenance);
    expect(same.exitCode).toBe(0);

    folder.write('a.tgz', 'another');
    const other = await checksums('a.tgz', '--provenance', provenance);
    expect(other.exitCode).toBe(1);
    expect(other.stdout).toMatch(/a\.tgz is sha256:[0-9a-f]{64} here and 7692/);
    expect(other.stdout).toContain('b.tgz is not in checksums.txt');
    expect(other.stdout).toContain(`at ${provenance} /subject/1`);

    const checked = await checksums(
      ...['--check', 'checksums.txt', '--provenance', provenance],
    );
    expect(checked.exitCode).toBe(1);
    expect(checked.stdout).toContain('✔ a.tgz');
  });

  it.each<[string, string[], RegExp]>([
    [
      'a missing file',
      ['gone'],
      /^gone cannot be read: there is no such file$/,
    ],
    ['a folder', ['.'], /^\. cannot be read: it is a folder$/],
    ['two of one name', ['a', 'a'], /^There are two files called a: /],
    ['no list', ['--check', 'a'], /^a is no list of checksums, make one/],
    [
      'a list that is written',
      ['--check', 'a', '--output', 'b'],
      /leave --output out/,
    ],
    ['no provenance', ['a', '--provenance', 'sums'], /^sums is no provenance/],
    ['a flag that is none', ['a', '--chekc'], /Did you mean --check\?/],
  ])('%s: one line and exit code 2', async (_, args, line) => {
    folder.write('a', 'just text');
    folder.write('sums', `${ONE}  a\n`);
    const result = await checksums(...args);
    expect(result.exitCode).toBe(2);
    expect(result.stderr.trimEnd()).toMatch(line);
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
