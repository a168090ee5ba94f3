import { ConfigReader } from '@backstage/config';
import { readPipelines } from '../config/readPipelines';
import { PipelineIssuer } from '../config/PipelinesConfig';
import { PUSH } from './__testUtils__/testIssuer';
import { explainPipeline } from './explainPipeline';
import { principalRefOf } from './principalRef';

const GITHUB = 'https://token.actions.githubusercontent.com';
const GITLAB = 'https://gitlab.example/sub';
const OTHER = 'https://ci.example';

const config = readPipelines(
  new ConfigReader({
    pipelines: {
      audience: 'https://portal.example',
      issuers: [
        { issuer: GITHUB, provider: 'github' },
        { issuer: GITLAB, provider: 'gitlab' },
        {
          issuer: OTHER,
          provider: 'generic',
          releaseWhen: { stage: 'production', approved: true },
        },
        { issuer: 'https://plain.example', provider: 'generic' },
      ],
      mappings: [
        {
          issuer: GITHUB,
          claims: { repository_id: '101', environment: 'production' },
          entities: ['component:default/portal'],
          channels: ['release'],
          actions: ['submit'],
          madeAt: true,
        },
        { issuer: GITLAB, claims: { project_id: '101' }, entities: ['*'] },
        {
          issuer: GITHUB,
          claims: { repository_owner_id: 7 },
          entities: ['component:default/*'],
          kinds: ['sbom'],
          channels: ['release', 'change'],
          actions: ['submit', 'read'],
        },
        {
          issuer: OTHER,
          claims: { sub: 'job' },
          entities: ['*'],
          channels: ['release', 'change'],
        },
      ],
    },
  }),
)!;

const explain = (claims: object) => explainPipeline(config, { ...claims });

it('takes the first mapping that matches, claim by claim', () => {
  expect(explain({ ...PUSH, iss: GITHUB })).toEqual({
    principalRef: 'pipeline:github/101',
    source: 'hotpass/portal @ Release',
    channel: 'release',
    channelReason: `event_name 'push', ref 'refs/heads/main', ref_protected 'true'`,
    mapping: 2,
    entities: ['component:default/*'],
    kinds: ['sbom'],
    channels: ['release', 'change'],
    actions: ['submit', 'read'],
    madeAt: false,
    checked: [
      {
        mapping: 0,
        claims: [
          {
            name: 'repository_id',
            expected: '101',
            seen: '101',
            matches: true,
          },
          { name: 'environment', expected: 'production', matches: false },
        ],
      },
      {
        mapping: 2,
        claims: [
          {
            name: 'repository_owner_id',
            expected: '7',
            seen: '7',
            matches: true,
          },
        ],
      },
    ],
  });
  const deployed = { ...PUSH, iss: GITHUB, environment: 'production' };
  expect(explain(deployed)).toMatchObject({ mapping: 0, madeAt: true });
});

it('takes from a mapping what the claims forbid', () => {
  expect(
    explain({
      ...PUSH,
      iss: GITHUB,
      environment: 'production',
      event_name: 'pull_request_target',
    }),
  ).toMatchObject({ mapping: 0, channel: 'change', channels: [] });
});

it.each([
  [{ pipeline_source: 'push', ref_protected: 'true' }, 'release'],
  [{ pipeline_source: 'web', ref_protected: true }, 'release'],
  [{ pipeline_source: 'push', ref_protected: 'false' }, 'change'],
  [{ pipeline_source: 'push' }, 'change'],
  [{ pipeline_source: 'merge_request_event', ref_protected: 'true' }, 'change'],
  [
    { pipeline_source: 'external_pull_request_event', ref_protected: 'true' },
    'change',
  ],
  [{ pipeline_source: 'parent_pipeline', ref_protected: 'true' }, 'change'],
  [{ ref_protected: 'true' }, 'change'],
])('GitLab: %j is a %s', (claims, channel) => {
  const answer = explain({ iss: GITLAB, project_id: '101', ...claims });
  expect(answer).toMatchObject({
    // Another server's project 101 is another project
    principalRef: 'pipeline:gitlab/gitlab.example%2Fsub/101',
    mapping: 1,
    channel,
  });
});

it('asks the config what makes a release elsewhere', () => {
  const job = { iss: OTHER, sub: 'job', stage: 'production' };
  expect(explain({ ...job, approved: true })).toMatchObject({
    channel: 'release',
    mapping: 3,
    channels: ['release', 'change'],
  });
  expect(explain({ ...job, approved: 'no' })).toMatchObject({
    channel: 'change',
    channelReason: expect.stringContaining(`approved 'no'`),
  });
  expect(
    explain({ iss: 'https://plain.example', sub: 'x', ref_protected: 'true' }),
  ).toMatchObject({ channel: 'change' });
});

it.each([
  [{}, 'no iss'],
  [{ iss: `${GITHUB}/` }, `iss '${GITHUB}/'`],
  [{ iss: GITHUB.toUpperCase() }, 'letter by letter'],
  [{ iss: GITHUB }, 'no repository_id'],
  [{ iss: GITLAB, project_id: '5', namespace_id: '6' }, `namespace_id '6'`],
])('says why %j may nothing', (claims, reason) => {
  const answer = explain(claims);
  expect(answer).toMatchObject({ entities: [], channels: [], actions: [] });
  expect(answer.mapping).toBeUndefined();
  expect(answer.reason).toContain(reason);
});

it('compares no number that lost its digits, and nothing inherited', () => {
  const ids = [9007199254740993, { toString: () => '101' }, null, ['101']];
  for (const repository_id of ids) {
    const answer = explain({ iss: GITHUB, repository_id });
    expect(answer.principalRef).toBeUndefined();
  }
  expect(explain({ iss: 'constructor' }).reason).toContain('constructor');
});

it('makes no two pipelines one', () => {
  const refOf = (issuer: string, sub: string, provider = 'generic') =>
    principalRefOf({ issuer, provider } as PipelineIssuer, {
      sub,
      repository_id: sub,
      project_id: sub,
    });
  const refs = [
    refOf('https://ci.example', 'team/x'),
    refOf('https://ci.example/team', 'x'),
    refOf('https://ci.example', 'team%2Fx'),
    refOf('https://ci.example%2Fteam', 'x'),
    // Known servers, told to be something else
    refOf('https://gitlab.com', 'x'),
    refOf('https://token.actions.githubusercontent.com', 'x'),
    refOf('https://gitlab.com', 'x', 'gitlab'),
    refOf('https://gitlab.com', 'x', 'github'),
    refOf('https://token.actions.githubusercontent.com', 'x', 'github'),
    refOf('https://ci.example', `${'a'.repeat(300)}1`),
    refOf('https://ci.example', `${'a'.repeat(300)}2`),
  ];
  expect(new Set(refs).size).toBe(refs.length);
  expect(refs.every(ref => ref!.length <= 255)).toBe(true);
  expect(refs[6]).toBe('pipeline:gitlab/x');
  expect(refs[8]).toBe('pipeline:github/x');
  expect(refOf('https://ci.example', 'half \ud800')).toBeUndefined();
});
