import { PipelineMappings } from '@hotpass/backstage-plugin-supply-chain-common';
import { Claims, PipelineProvider } from './claims';

/** What the jobs of a push to a protected branch say beside a mapping's own claims. */
const JOBS: Record<PipelineProvider, Claims> = {
  github: {
    repository: 'acme/checkout',
    repository_id: '123456789',
    repository_owner_id: '987654',
    workflow: 'build.yml',
    event_name: 'push',
    ref: 'refs/heads/main',
    ref_protected: 'true',
  },
  gitlab: {
    project_path: 'acme/checkout',
    project_id: '1234',
    namespace_id: '72',
    pipeline_source: 'push',
    ref: 'main',
    ref_protected: 'true',
  },
  generic: { sub: 'acme/checkout' },
};

/** Claims to try: those of the first mapping, or of a repository that none names. */
export function exampleClaims(known: PipelineMappings): Claims {
  const [mapping] = known.mappings;
  const iss = mapping?.issuer ?? known.issuers[0]?.issuer;
  const issuer = known.issuers.find(one => one.issuer === iss);
  return {
    iss: iss ?? 'https://token.actions.githubusercontent.com',
    ...(known.audience === undefined ? {} : { aud: known.audience }),
    ...JOBS[issuer?.provider ?? 'github'],
    ...mapping?.claims,
  };
}
