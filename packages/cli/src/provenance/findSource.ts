import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The source of a build, as git tells it. */
export interface Source {
  uri?: string;
  commit: string;
  ref?: string;
  /** Whether files differ from the commit. */
  changed: boolean;
}

const run = promisify(execFile);

async function git(
  cwd: string,
  ...args: string[]
): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', args, { cwd });
    return stdout.trim();
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

/** Looks at the working copy in `cwd`; `undefined` where there is none. */
export async function findSource(cwd: string): Promise<Source | undefined> {
  const commit = await git(cwd, 'rev-parse', 'HEAD');
  if (!commit) return undefined;
  const remote = await git(cwd, 'remote', 'get-url', 'origin');
  return {
    commit,
    uri: remote && repositoryUri(remote),
    ref: await git(cwd, 'symbolic-ref', '-q', 'HEAD'),
    changed: Boolean(await git(cwd, 'status', '--porcelain')),
  };
}
