import { Claims, claimText, quoteClaim } from '../claims';
import { ChannelVerdict, Provider } from '../types';

/** Events that only who may write to the ref can cause. */
const RELEASE_EVENTS = ['push', 'release', 'workflow_dispatch'];

/**
 * Claims as in GitHub's "OpenID Connect reference". `pull_request_target` and
 * `workflow_run` carry the protected default branch in their ref although a
 * stranger's pull request caused them, so the event decides before the ref does.
 */
export const github: Provider = {
  identifying: ['repository_id', 'repository_owner_id'],
  maxUses: 1,
  kept: [
    'repository',
    'repository_id',
    'repository_owner',
    'repository_owner_id',
    'repository_visibility',
    'event_name',
    'ref',
    'ref_type',
    'ref_protected',
    'base_ref',
    'head_ref',
    'sha',
    'workflow',
    'workflow_ref',
    'workflow_sha',
    'job_workflow_ref',
    'job_workflow_sha',
    'run_id',
    'run_number',
    'run_attempt',
    'environment',
    'runner_environment',
    'actor_id',
  ],
  channel(claims: Claims): ChannelVerdict {
    const event = quoteClaim(claims, 'event_name');
    if (!RELEASE_EVENTS.includes(claimText(claims, 'event_name') ?? '')) {
      return {
        channel: 'change',
        because: `${event} is never a release; ${RELEASE_EVENTS.join(
          ', ',
        )} are`,
      };
    }
    const isProtected = claimText(claims, 'ref_protected') === 'true';
    const ref = `${event}, ${quoteClaim(claims, 'ref')}, ${quoteClaim(
      claims,
      'ref_protected',
    )}`;
    return {
      channel: isProtected ? 'release' : 'change',
      because: isProtected
        ? ref
        : `${ref}: only a protected ref makes releases`,
    };
  },
  source(claims) {
    const repository = claimText(claims, 'repository');
    const workflow = claimText(claims, 'workflow');
    return repository && workflow ? `${repository} @ ${workflow}` : repository;
  },
};
