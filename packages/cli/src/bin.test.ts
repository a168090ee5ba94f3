import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { Folder } from './__testUtils__/Folder';

const bin = resolve(__dirname, '../bin/supply-chain');

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

/** Runs the real program; with `leave`, nobody reads what it prints. */
function start(args: string[], { leave = false } = {}) {
  return new Promise<{ code: number | null; stderr: string }>(done => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder.path });
    let stderr = '';
    child.stderr.on('data', data => (stderr += data));
    if (leave) child.stdout.destroy();
    child.on('close', code => done({ code, stderr }));
  });
}

describe('the program', () => {
  it('keeps its verdict when the reader of its output leaves, as head does', async () => {
    folder.write(
      'bom.json',
      '{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":[]}',
    );
    const read = await start(['evaluate', 'bom.json']);
    expect(read).toEqual({ code: 1, stderr: '' });
    expect(await start(['evaluate', 'bom.json'], { leave: true })).toEqual(
      read,
    );
  }, 60_000);

  it('ends with 2 where it could not tell', async () => {
    const { code, stderr } = await start(['evaluate', 'none.json']);
    expect(stderr).toBe('none.json cannot be read: there is no such file\n');
    expect(code).toBe(2);
  }, 60_000);
});
