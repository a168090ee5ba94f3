const WORKFLOW = 'acme/shop/.github/workflows/release.yml@refs/tags/v1.0.0';

/** The subject alternative name that Fulcio gives the job of {@link idToken}. */
export const JOB_IDENTITY = `https://github.com/${WORKFLOW}`;
export const JOB_ISSUER = 'https://token.actions.githubusercontent.com';

/** An ID token with GitHub's claims of a job, which nobody has signed. */
export function idToken(more: Record<string, unknown> = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: JOB_ISSUER,
    aud: 'sigstore',
    iat: now,
    exp: now + 600,
    sub: 'repo:acme/shop:ref:refs/tags/v1.0.0',
    repository: 'acme/shop',
    repository_id: '4711',
    ref: 'refs/tags/v1.0.0',
    event_name: 'release',
    job_workflow_ref: WORKFLOW,
    ...more,
  };
  const parts = [{ alg: 'none', typ: 'JWT' }, claims].map(part =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  return `${parts.join('.')}.unsigned`;
}
