import { PipelineMappings } from '@hotpass/backstage-plugin-supply-chain-common';
import {
  claimText,
  Claims,
  guessProvider,
  IDENTIFYING,
  PipelineProvider,
} from './claims';
import { yamlText } from './yamlText';

/** Issuers that are the same for everybody. */
const PUBLIC_ISSUERS = {
  github: 'https://token.actions.githubusercontent.com',
  gitlab: 'https://gitlab.com',
} as const;

/** Matches no entity until somebody writes theirs. */
const ENTITY = 'component:default/your-component';

function mapping(options: {
  issuer: string;
  claims: [name: string, value: string][];
  /** Stands beside the claims, for whoever reads ids. */
  note?: string;
}): string[] {
  return [
    '    mappings:',
    `      - issuer: ${yamlText(options.issuer)}`,
    `        claims:${options.note ? ` # ${options.note}` : ''}`,
    ...options.claims.map(([name, value]) => `          ${name}: ${value}`),
    `        entities: ['${ENTITY}']`,
    '        channels: [release, change]',
    '        actions: [submit, read]',
  ];
}

function issuers(issuer: string, provider: PipelineProvider): string[] {
  return [
    '    issuers:',
    `      - issuer: ${yamlText(issuer)}`,
    `        provider: ${provider}`,
  ];
}

function file(audience: string | undefined, lines: string[]): string {
  return [
    'supplyChain:',
    '  pipelines:',
    ...(audience === undefined ? [] : [`    audience: ${yamlText(audience)}`]),
    ...lines,
    '',
  ].join('\n');
}

/** A config to start from, which knows the pipelines of one repository. */
export function firstMappingYaml(
  provider: 'github' | 'gitlab',
  audience: string,
): string {
  const issuer = PUBLIC_ISSUERS[provider];
  const id = IDENTIFYING[provider][0];
  const note = provider === 'github' ? 'gh api repos/OWNER/REPO --jq .id' : '';
  return file(audience, [
    ...issuers(issuer, provider),
    ...mapping({ issuer, note, claims: [[id, "'YOUR-ID'"]] }),
  ]);
}

/** The config that would let these claims in, or why there is none. */
export type Suggestion =
  | { yaml: string; provider: PipelineProvider; newIssuer: boolean }
  | 'issuer'
  | 'id';

/** What to add for claims that no mapping matches, from what cannot change hands. */
export function suggestMapping(options: {
  claims: Claims;
  known: PipelineMappings;
  /** The audience to choose while none is configured. */
  portalUrl: string;
}): Suggestion {
  const { claims, known, portalUrl } = options;
  const issuer = claimText(claims, 'iss') ?? '';
  const configured = known.issuers.find(one => one.issuer === issuer);
  if (!configured && !isHttps(issuer)) return 'issuer';
  const provider = configured?.provider ?? guessProvider(claims);
  const seen = IDENTIFYING[provider].flatMap((name): [string, string][] => {
    const value = claimText(claims, name);
    return value === undefined ? [] : [[name, yamlText(value)]];
  });
  if (seen[0]?.[0] !== IDENTIFYING[provider][0]) return 'id';
  const name =
    claimText(claims, 'repository') ?? claimText(claims, 'project_path') ?? '';
  return {
    provider,
    newIssuer: !configured,
    yaml: file(known.audience === undefined ? portalUrl : undefined, [
      ...(configured ? [] : issuers(issuer, provider)),
      ...mapping({
        issuer,
        claims: seen,
        // Only what cannot end the comment
        note: /^[\w./-]{1,200}$/.test(name) ? name : undefined,
      }),
    ]),
  };
}

function isHttps(text: string): boolean {
  try {
    const { protocol, username, password } = new URL(text);
    return protocol === 'https:' && !username && !password;
  } catch {
    return false;
  }
}
