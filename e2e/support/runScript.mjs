import { spawn } from 'node:child_process';

/** How this machine reaches the network, which a script of its own must know, too. */
const NETWORK = /(_proxy|_ca_certs|_cert_file|_cert_dir|_ca_bundle)$/i;
const network = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => NETWORK.test(name)),
);

/** Runs a script as a CI does: it ends at the first command that fails. */
export function runScript(script, { cwd, env }) {
  return new Promise(done => {
    // As GitHub runs `shell: bash`
    const child = spawn(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
      {
        cwd,
        env: { ...network, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    child.stdout.on('data', data => (said += data));
    child.stderr.on('data', data => (said += data));
    child.on('close', code => done({ code, said }));
  });
}
