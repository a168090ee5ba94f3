import { Claims, claimText, quoteClaim } from '../claims';
import { ChannelVerdict, Provider } from '../types';
import { MANY_USES } from './manyUses';

/**
 * Sources that only who may write to the ref can cause. `parent_pipeline` is not
 * among them: the parent may be a merge request's.
 */
const RELEASE_SOURCES = [
  'push',
  'web',
  'api',
  'schedule',
  'trigger',
  'pipeline',
];

/** Claims as in GitLab's "ID token authentication". */
export const gitlab: Provider = {
  identifying: ['project_id', 'namespace_id'],
  maxUses: MANY_USES,
  kept: [
    'namespace_id',
    'namespace_path',
    'project_id',
    'project_path',
    'project_visibility',
    'pipeline_id',
    'pipeline_source',
    'job_id',
    'ref',
    'ref_type',
    'ref_path',
    'ref_protected',
    'sha',
    'ci_config_ref_uri',
    'ci_config_sha',
    'environment',
    'environment_protected',
    'deployment_tier',
    'runner_id',
    'runner_environment',
    'user_id',
  ],
  channel(claims: Claims): ChannelVerdict {
    const from = quoteClaim(claims, 'pipeline_source');
    if (!RELEASE_SOURCES.includes(claimText(claims, 'pipeline_source') ?? '')) {
      return {
        channel: 'change',
        because: `${from} is never a release; ${RELEASE_SOURCES.join(
          ', ',
        )} are`,
      };
    }
    const isProtected = claimText(claims, 'ref_protected') === 'true';
    const ref = `${from}, ${quoteClaim(claims, 'ref')}, ${quoteClaim(
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
    const project = claimText(claims, 'project_path');
    const config = claimText(claims, 'ci_config_ref_uri');
    return project && config ? `${project} @ ${config}` : project;
  },
};
