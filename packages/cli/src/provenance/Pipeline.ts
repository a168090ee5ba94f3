import { repositoryUri } from './findSource';

/** What the surroundings claim of a build; nobody has signed this. */
export interface Pipeline {
  builderId: string;
  invocationId?: string;
  /** Source that the job runs for. */
  uri?: string;
  commit?: string;
  ref?: string;
  startedOn?: string;
  /** What a person or a repository chose. */
  externalParameters: Record<string, string>;
  /** What the platform added. */
  internalParameters: Record<string, unknown>;
}

const BUILDERS = 'https://hotpass.github.io/supply-chain/builders';

/** Names of the environment that are set, under other names. */
function pick(
  env: NodeJS.ProcessEnv,
  names: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, variable]) => {
      const value = env[variable];
      return value ? [[name, value]] : [];
    }),
  );
}

/**
 * Variables of GitHub Actions.
 * Source: docs.github.com, "Variables reference", default environment variables.
 */
function github(env: NodeJS.ProcessEnv): Pipeline {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  const path = env.GITHUB_WORKFLOW_REF?.split('@')[0]
    .split('/')
    .slice(2)
    .join('/');
  const attempt = env.GITHUB_RUN_ATTEMPT;
  return {
    builderId: env.GITHUB_WORKFLOW_REF
      ? `${server}/${env.GITHUB_WORKFLOW_REF}`
      : `${server}/${repository}`,
    invocationId:
      env.GITHUB_RUN_ID &&
      `${server}/${repository}/actions/runs/${env.GITHUB_RUN_ID}${
        attempt ? `/attempts/${attempt}` : ''
      }`,
    uri: repositoryUri(`${server}/${repository}`),
    commit: env.GITHUB_SHA,
    ref: env.GITHUB_REF,
    externalParameters: path ? { workflow: path } : {},
    internalParameters: {
      github: pick(env, {
        event_name: 'GITHUB_EVENT_NAME',
        repository_id: 'GITHUB_REPOSITORY_ID',
        repository_owner_id: 'GITHUB_REPOSITORY_OWNER_ID',
        ref_protected: 'GITHUB_REF_PROTECTED',
        runner_environment: 'RUNNER_ENVIRONMENT',
      }),
    },
  };
}

function gitlabRef(env: NodeJS.ProcessEnv): string | undefined {
  if (env.CI_COMMIT_TAG) return `refs/tags/${env.CI_COMMIT_TAG}`;
  if (env.CI_MERGE_REQUEST_REF_PATH) return env.CI_MERGE_REQUEST_REF_PATH;
  const branch = env.CI_COMMIT_BRANCH ?? env.CI_COMMIT_REF_NAME;
  return branch ? `refs/heads/${branch}` : undefined;
}

/**
 * Variables of GitLab CI.
 * Source: docs.gitlab.com, "Predefined CI/CD variables reference".
 */
function gitlab(env: NodeJS.ProcessEnv): Pipeline {
  const runner = env.CI_PROJECT_URL && env.CI_RUNNER_ID;
  return {
    builderId: runner
      ? `${env.CI_PROJECT_URL}/-/runners/${runner}`
      : env.CI_SERVER_URL!,
    invocationId: env.CI_JOB_URL,
    uri: env.CI_PROJECT_URL && repositoryUri(env.CI_PROJECT_URL),
    commit: env.CI_COMMIT_SHA,
    ref: gitlabRef(env),
    startedOn: env.CI_JOB_STARTED_AT,
    externalParameters: pick(env, {
      workflow: 'CI_CONFIG_PATH',
      job: 'CI_JOB_NAME',
    }),
    internalParameters: {
      gitlab: pick(env, {
        pipeline_source: 'CI_PIPELINE_SOURCE',
        project_id: 'CI_PROJECT_ID',
        ref_protected: 'CI_COMMIT_REF_PROTECTED',
        runner_id: 'CI_RUNNER_ID',
      }),
    },
  };
}

/** Who builds, as the environment claims; anything else is a workstation. */
export function pipelineOf(env: NodeJS.ProcessEnv): Pipeline {
  if (env.GITHUB_ACTIONS === 'true' && env.GITHUB_SERVER_URL) {
    return github(env);
  }
  if (env.GITLAB_CI === 'true' && env.CI_SERVER_URL) return gitlab(env);
  return {
    builderId: `${BUILDERS}/workstation`,
    externalParameters: {},
    internalParameters: {},
  };
}
