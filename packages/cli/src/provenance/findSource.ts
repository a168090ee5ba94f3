import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

/** The source of a build, as git tells it. */
export interface Source {
  uri?: string;
  commit: string;
  ref?: string;
  /** Whether files differ from the commit; `undefined` where nobody can tell. */
  changed?: boolean;
}

const run = promisify(execFile);

async function git(
  cwd: string,
  ...args: string[]
): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', args, { cwd, maxBuffer: 1 << 28 });
    return stdout.trimEnd();
  } catch {
    return undefined;
  }
}

/** A remote as an https address, without the credentials that some put there. */
export function repositoryUri(remote: string): string | undefined {
  const scp = /^(?:[^@/\s]+@)?([^:/\s]+):(?!\/)(.+)$/.exec(remote);
  const text = scp ? `ssh://${scp[1]}/${scp[2]}` : remote;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!/^(https?|ssh|git):$/.test(url.protocol) || !url.hostname) {
    return undefined;
  }
  return `git+https://${url.hostname}${url.pathname.replace(/\.git$/, '')}`;
}

/**
 * Looks at the working copy in `cwd`; `undefined` where there is none. What the build
 * made, `outputs` by their absolute paths, is no change of its source.
 */
export async function findSource(
  cwd: string,
  outputs: string[],
): Promise<Source | undefined> {
  const commit = await git(cwd, 'rev-parse', '--verify', '-q', 'HEAD');
  if (!commit) return undefined;
  const remote = await git(cwd, 'remote', 'get-url', 'origin');
  const root = await git(cwd, 'rev-parse', '--show-toplevel');
  const status = await git(cwd, 'status', '--porcelain', '-z', '-uall');
  // `XY path`, NUL; a rename adds its old path as an entry of its own.
  const made = new Set(outputs);
  const changes = status
    ?.split('\0')
    .filter(Boolean)
    .filter(entry => !root || !made.has(resolve(root, entry.slice(3))));
  return {
    commit,
    uri: remote && repositoryUri(remote),
    ref: await git(cwd, 'symbolic-ref', '-q', 'HEAD'),
    changed: changes && changes.length > 0,
  };
}
