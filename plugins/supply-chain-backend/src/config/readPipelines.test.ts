import { ConfigReader } from '@backstage/config';
import { readPipelines } from './readPipelines';

const issuer = 'https://token.actions.githubusercontent.com';

function read(changes: object = {}, mapping: object = {}, one: object = {}) {
  return readPipelines(
    new ConfigReader({
      pipelines: {
        audience: 'https://portal.example',
        issuers: [{ issuer, provider: 'github', ...one }],
        mappings: [
          {
            issuer,
            claims: { repository_id: 101 },
            entities: ['component:default/*'],
            ...mapping,
          },
        ],
        ...changes,
      },
    } as never),
  );
}

it('has the documented defaults', () => {
  expect(readPipelines(new ConfigReader({}))).toBeUndefined();
  expect(read()).toMatchObject({
    maxTokenAgeMs: 3_600_000,
    mappings: [
      {
        claims: { repository_id: '101' },
        channels: ['change'],
        actions: ['submit'],
        madeAt: false,
      },
    ],
  });
});

it.each([
  [{ audience: 'sigstore' }, {}, {}, 'own'],
  [{ audience: 'Sigstore' }, {}, {}, 'own'],
  [{ audience: ' ' }, {}, {}, 'empty'],
  [{ maxTokenAge: { seconds: 0 } }, {}, {}, 'at least one second'],
  [{}, {}, { provider: 'jenkins' }, `'jenkins'`],
  [{}, {}, { jwksUri: 'http://keys.example' }, 'jwksUri must be an https'],
  [{}, {}, { releaseWhen: { a: 'b' } }, 'releaseWhen'],
  [{}, { issuer: `${issuer}/` }, {}, 'not among the issuers'],
  [{}, { claims: {} }, {}, 'repository_id or repository_owner_id'],
  [
    {},
    { claims: { repository: 'hotpass/portal', workflow: 'x' } },
    {},
    'only what can change hands (repository, workflow); add repository_id or repository_owner_id',
  ],
  [{}, { claims: { repository_id: ['1'] } }, {}, 'one exact value'],
  [{}, { claims: { repository_id: '' } }, {}, 'one exact value'],
  [{}, { claims: { repository_id: 9007199254740993 } }, {}, 'quotes'],
  [{}, { entities: [] }, {}, 'at least one entity'],
  [{}, { kinds: ['sbm'] }, {}, `'sbm'`],
  [{}, { channels: ['prod'] }, {}, `'prod'`],
  [{}, { actions: ['delete'] }, {}, `'delete'`],
])('refuses %j %j %j at start', (changes, mapping, one, message) => {
  expect(() => read(changes, mapping, one)).toThrow(message);
});

it('takes keys over plain http from this machine alone', () => {
  for (const host of ['127.0.0.1:1', 'localhost', '[::1]:2']) {
    const jwksUri = `http://${host}/jwks`;
    expect(read({}, {}, { jwksUri })!.issuers[0]).toMatchObject({ jwksUri });
  }
  for (const jwksUri of [
    'http://127.0.0.1.evil.example/jwks',
    'https://user:secret@keys.example',
    'file:///etc/keys',
    'keys',
  ]) {
    expect(() => read({}, {}, { jwksUri })).toThrow('https');
  }
});

it('wants ids of GitLab, and refuses an issuer named twice', () => {
  const gitlab = { issuer: 'https://gitlab.com', provider: 'gitlab' };
  const mapping = { ...gitlab, entities: ['*'] };
  const claims = { project_path: 'hotpass/portal' };
  expect(() =>
    read({ issuers: [gitlab], mappings: [{ ...mapping, claims }] }),
  ).toThrow('project_id or namespace_id');
  expect(() => read({ issuers: [gitlab, gitlab], mappings: [] })).toThrow(
    'twice',
  );
});
