import { spawn } from 'node:child_process';

/** Runs a script as a CI does: it ends at the first command that fails. */
export function runScript(script, { cwd, env }) {
  return new Promise(done => {
    // As GitHub runs `shell: bash`
    const child = spawn(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
      { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    child.stdout.on('data', data => (said += data));
    child.stderr.on('data', data => (said += data));
    child.on('close', code => done({ code, said }));
  });
}
