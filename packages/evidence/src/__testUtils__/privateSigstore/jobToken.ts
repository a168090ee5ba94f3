/** What an identity provider tells of a CI job. */
export type JobClaims = Record<string, string | number>;

/** Claims as GitHub tells them of a job of `acme/shop`. */
export function githubJob(more: JobClaims = {}): JobClaims {
  const workflow = 'acme/shop/.github/workflows/release.yml@refs/tags/v1.0.0';
  return {
    iss: 'https://token.actions.githubusercontent.com',
    sub: 'repo:acme/shop:ref:refs/tags/v1.0.0',
    repository: 'acme/shop',
    repository_id: '4711',
    repository_owner: 'acme',
    repository_owner_id: '42',
    repository_visibility: 'private',
    ref: 'refs/tags/v1.0.0',
    sha: 'a'.repeat(40),
    event_name: 'release',
    workflow: 'Release',
    workflow_ref: workflow,
    workflow_sha: 'a'.repeat(40),
    job_workflow_ref: workflow,
    job_workflow_sha: 'a'.repeat(40),
    runner_environment: 'github-hosted',
    run_id: '9',
    run_attempt: '1',
    ...more,
  };
}

/** A token of the form that Fulcio takes; here nobody checks its signature. */
export function jobToken(claims: JobClaims = githubJob()): string {
  const seconds = Math.floor(Date.now() / 1000);
  const times = { aud: 'sigstore', iat: seconds, exp: seconds + 600 };
  const parts = [
    { alg: 'none', typ: 'JWT' },
    { ...times, ...claims },
  ].map(part => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return `${parts.join('.')}.unsigned`;
}

/**
 * A request to Fulcio whose token carries the subject alternative name as Fulcio
 * makes it: the workflow's address for a job, else the address of the person.
 */
export function withIdentity(request: string): string {
  const json = JSON.parse(request);
  const [head, body] = json.credentials.oidcIdentityToken.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const identity = claims.job_workflow_ref
    ? `https://github.com/${claims.job_workflow_ref}`
    : claims.email ?? claims.sub;
  const named = Buffer.from(JSON.stringify({ ...claims, identity }));
  json.credentials.oidcIdentityToken = `${head}.${named.toString(
    'base64url',
  )}.unsigned`;
  return JSON.stringify(json);
}
