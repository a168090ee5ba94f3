// Jobs that the demo plays: their variables as GitHub sets them, and their ID token,
// which nobody has signed and only the demo's own Sigstore takes.
const SERVER = 'https://github.com';

function token(claims) {
  const now = Math.floor(Date.now() / 1000);
  const times = { aud: 'sigstore', iat: now, nbf: now, exp: now + 3600 };
  return [{ alg: 'RS256', typ: 'JWT' }, { ...times, ...claims }, 'nobody']
    .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
}

function jobOf({ repository, repositoryId, workflow, ref, event, commit }) {
  const [owner] = repository.split('/');
  const workflowRef = `${repository}/.github/workflows/${workflow}@${ref}`;
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: SERVER,
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_ID: repositoryId,
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_WORKFLOW_REF: workflowRef,
    GITHUB_EVENT_NAME: event,
    GITHUB_REF: ref,
    GITHUB_SHA: commit,
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    RUNNER_ENVIRONMENT: 'github-hosted',
    SIGSTORE_ID_TOKEN: token({
      iss: 'https://token.actions.githubusercontent.com',
      sub: `repo:${repository}:ref:${ref}`,
      repository,
      repository_id: repositoryId,
      repository_owner: owner,
      repository_owner_id: '999999999999',
      repository_visibility: 'public',
      ref,
      sha: commit,
      event_name: event,
      workflow_ref: workflowRef,
      workflow_sha: commit,
      job_workflow_ref: workflowRef,
      job_workflow_sha: commit,
      runner_environment: 'github-hosted',
      run_id: '1',
      run_attempt: '1',
    }),
  };
}

/** This repository's release job, at the tag that the demo's trust line names. */
export function ownJob(commit) {
  return jobOf({
    repository: 'hotpass/backstage-supply-chain',
    repositoryId: '999999999999',
    workflow: 'evidence-release.yml',
    ref: 'refs/tags/demo',
    event: 'release',
    commit,
  });
}

/** A job of a fork that nobody trusts. */
export function strangersJob() {
  return jobOf({
    repository: 'somebody-else/backstage-app',
    repositoryId: '999999999998',
    workflow: 'release.yml',
    ref: 'refs/heads/main',
    event: 'push',
    commit: 'f0'.repeat(20),
  });
}
