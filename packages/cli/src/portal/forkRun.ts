import { readFile } from 'node:fs/promises';

interface PullRequestEvent {
  pull_request?: {
    head?: { repo?: { full_name?: string } | null };
    base?: { repo?: { full_name?: string } };
  };
}

async function readEvent(path: string | undefined): Promise<PullRequestEvent> {
  try {
    return path ? JSON.parse(await readFile(path, 'utf8')) : {};
  } catch {
    // Without the event it is not known to be a fork, and a missing token is told as such.
    return {};
  }
}

/** Whether any way to a token was given. */
function hasToken(env: NodeJS.ProcessEnv): boolean {
  return [
    env.SUPPLY_CHAIN_TOKEN,
    env.SUPPLY_CHAIN_ID_TOKEN,
    env.ACTIONS_ID_TOKEN_REQUEST_URL,
  ].some(Boolean);
}

/**
 * Whether this job builds a fork's pull request and therefore gets no token: the
 * code comes from strangers, and is not let near the portal.
 */
export async function isForkWithoutToken(
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  if (hasToken(env)) return false;
  if (env.GITHUB_ACTIONS) {
    const { pull_request: change } = await readEvent(env.GITHUB_EVENT_PATH);
    if (!change?.base?.repo?.full_name) return false;
    // A fork that was deleted meanwhile has no name any more.
    return change.head?.repo?.full_name !== change.base.repo.full_name;
  }
  const { CI_MERGE_REQUEST_SOURCE_PROJECT_ID, CI_MERGE_REQUEST_PROJECT_ID } =
    env;
  return (
    Boolean(env.GITLAB_CI && CI_MERGE_REQUEST_SOURCE_PROJECT_ID) &&
    CI_MERGE_REQUEST_SOURCE_PROJECT_ID !== CI_MERGE_REQUEST_PROJECT_ID
  );
}
