import { PipelineMappings } from '@hotpass/backstage-plugin-supply-chain-common';
import { parse } from 'yaml';
import { firstMappingYaml, suggestMapping } from './mappingYaml';
import { yamlText } from './yamlText';

const GITHUB = 'https://token.actions.githubusercontent.com';
const portalUrl = 'https://portal.example.com';
const nothing = { issuers: [], mappings: [] } as unknown as PipelineMappings;

describe('yamlText', () => {
  it.each([
    'main',
    '007',
    '1e3',
    'true',
    'null',
    '~',
    '',
    "it's",
    'a: b',
    'a #b',
    '- a',
    '*a',
    '!!js/function x',
    'a\nadmin: true',
    'a\r\nb\tc\u0000',
    '\u2028\u202e\u0085\ufeff',
    'Grüße 👩🏽‍💻',
    `"double" and 'single' \\`,
    'https://git.example:8443/a/b',
    'https://x # y',
    `https://x'\ny: z`,
  ])('is read back as the text it was: %j', text => {
    const line = `key: ${yamlText(text)}\nnext: 1`;
    expect(line.split('\n')).toHaveLength(2);
    expect(line).toMatch(/^[\x20-\x7e\n]*$/);
    expect(parse(line)).toEqual({ key: text, next: 1 });
  });
});

describe('firstMappingYaml', () => {
  it.each([
    ['github', GITHUB, 'repository_id'],
    ['gitlab', 'https://gitlab.com', 'project_id'],
  ] as const)('is a whole config for %s', (provider, issuer, id) => {
    const { pipelines } = parse(
      firstMappingYaml(provider, portalUrl),
    ).supplyChain;
    expect(pipelines).toEqual({
      audience: portalUrl,
      issuers: [{ issuer, provider }],
      mappings: [
        {
          issuer,
          claims: { [id]: 'YOUR-ID' },
          entities: ['component:default/your-component'],
          channels: ['release', 'change'],
          actions: ['submit', 'read'],
        },
      ],
    });
  });
});

describe('suggestMapping', () => {
  const claims = {
    iss: GITHUB,
    repository: 'acme/checkout',
    repository_id: '042',
    repository_owner_id: 7,
    ref: 'refs/heads/main',
  };
  const suggested = (known: PipelineMappings, seen = claims as object) => {
    const found = suggestMapping({
      claims: seen as Record<string, unknown>,
      known,
      portalUrl,
    });
    return typeof found === 'string'
      ? found
      : { ...found, config: parse(found.yaml).supplyChain.pipelines };
  };

  it('names only claims that never change hands, as texts', () => {
    expect(suggested(nothing)).toMatchObject({
      provider: 'github',
      newIssuer: true,
      config: {
        audience: portalUrl,
        issuers: [{ issuer: GITHUB, provider: 'github' }],
        mappings: [
          {
            issuer: GITHUB,
            claims: { repository_id: '042', repository_owner_id: '7' },
          },
        ],
      },
    });
  });

  it('adds no issuer and no audience where they are known', () => {
    const known = {
      audience: 'portal',
      issuers: [{ issuer: GITHUB, provider: 'github' }],
      mappings: [],
    } as unknown as PipelineMappings;
    const found = suggested(known);
    expect(found).toMatchObject({ newIssuer: false });
    expect(Object.keys((found as any).config)).toEqual(['mappings']);
  });

  it('says why there is none', () => {
    expect(suggested(nothing, { ...claims, iss: 'http://plain' })).toBe(
      'issuer',
    );
    expect(suggested(nothing, { ...claims, iss: 'https://me:pw@x' })).toBe(
      'issuer',
    );
    expect(suggested(nothing, { ...claims, repository_id: ['1'] })).not.toBe(
      'issuer',
    );
    expect(suggested(nothing, { iss: GITHUB, project_path: 'a/b' })).toBe('id');
  });

  it('lets no claim end the comment', () => {
    const repository = 'acme/x\n        entities: ["*"]';
    const found = suggested(nothing, { ...claims, repository });
    expect((found as any).yaml).not.toContain('acme');
    expect((found as any).config.mappings[0].entities).toEqual([
      'component:default/your-component',
    ]);
  });
});
