import { userInfo } from 'node:os';

/** Who answers for a list: the owner of the repository that the job runs for, else the person. */
export function authorOf(env: NodeJS.ProcessEnv): string {
  return (
    env.GITHUB_REPOSITORY_OWNER ||
    env.CI_PROJECT_ROOT_NAMESPACE ||
    env.CI_PROJECT_NAMESPACE ||
    userInfo().username
  );
}
