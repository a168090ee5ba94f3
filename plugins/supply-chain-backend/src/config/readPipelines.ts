import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import {
  PipelineIssuer,
  PipelineMapping,
  PipelineProvider,
  PipelinesConfig,
} from './PipelinesConfig';
import { readExactClaims } from './readExactClaims';
import { requireHttps } from './requireHttps';
import { oneOf, readEvidenceKind } from './words';

const HOUR = 3_600_000;

/**
 * Claims that the provider never gives to somebody else. Names can be given up and
 * registered again by a stranger, so a mapping of names alone is refused.
 */
const IMMUTABLE: Record<PipelineProvider, string[]> = {
  github: ['repository_id', 'repository_owner_id'],
  gitlab: ['project_id', 'namespace_id'],
  generic: [],
};

export function readPipelines(
  config: Config | undefined,
): PipelinesConfig | undefined {
  const pipelines = config?.getOptionalConfig('pipelines');
  if (!pipelines) return undefined;
  const issuers = pipelines.getConfigArray('issuers').map(readIssuer);
  const names = issuers.map(({ issuer }) => issuer);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) fail(`issuers names '${twice}' twice`);
  return {
    audience: readAudience(pipelines.getString('audience')),
    maxTokenAgeMs: readMaxAge(pipelines),
    issuers,
    mappings: (pipelines.getOptionalConfigArray('mappings') ?? []).map(
      (mapping, at) => readMapping(mapping, issuers, `mappings[${at}]`),
    ),
  };
}

function readMaxAge(pipelines: Config): number {
  if (!pipelines.has('maxTokenAge')) return HOUR;
  const ms = durationToMilliseconds(
    readDurationFromConfig(pipelines, { key: 'maxTokenAge' }),
  );
  // No age at all would be taken for no limit
  return ms >= 1000 ? ms : fail('maxTokenAge must be at least one second');
}

function readAudience(audience: string): string {
  // Every signing job in the world has tokens for that one
  if (audience.toLowerCase() === 'sigstore') {
    fail(`audience must be this portal's own, not '${audience}'`);
  }
  if (!audience.trim()) fail('audience must not be empty');
  return audience;
}

function readIssuer(config: Config): PipelineIssuer {
  const issuer = config.getString('issuer');
  const key = `pipelines.issuers '${issuer}'`;
  requireHttps(issuer, key);
  const jwksUri = config.getOptionalString('jwksUri');
  if (jwksUri !== undefined) requireHttps(jwksUri, `${key} jwksUri`);
  const provider = oneOf(
    ['github', 'gitlab', 'generic'],
    config.getString('provider'),
    'pipelines.issuers.provider',
  );
  const releaseWhen = readExactClaims(config, 'releaseWhen');
  if (releaseWhen && provider !== 'generic') {
    fail(
      `issuers '${issuer}': releaseWhen is for provider generic; narrow a mapping's claims instead`,
    );
  }
  return { issuer, provider, jwksUri, releaseWhen };
}

function readMapping(
  config: Config,
  issuers: PipelineIssuer[],
  key: string,
): PipelineMapping {
  const issuer = config.getString('issuer');
  const known = issuers.find(one => one.issuer === issuer);
  if (!known) return fail(`${key}.issuer '${issuer}' is not among the issuers`);
  const claims = readExactClaims(config, 'claims');
  const names = Object.keys(claims ?? {});
  const immutable = IMMUTABLE[known.provider];
  if (immutable.length && !names.some(name => immutable.includes(name))) {
    fail(
      `${key}.claims has only what can change hands (${
        names.join(', ') || 'nothing'
      }); add ${immutable.join(' or ')}, which ${
        known.provider
      } never gives to anybody else`,
    );
  }
  if (!claims) return fail(`${key}.claims must name at least one claim`);
  const entities = config.getStringArray('entities');
  if (!entities.length) fail(`${key}.entities must name at least one entity`);
  return {
    issuer,
    claims,
    entities,
    kinds: config
      .getOptionalStringArray('kinds')
      ?.map(kind => readEvidenceKind(kind, `pipelines.${key}.kinds`)),
    channels: (config.getOptionalStringArray('channels') ?? ['change']).map(
      word => oneOf(['release', 'change'], word, `pipelines.${key}.channels`),
    ),
    actions: (config.getOptionalStringArray('actions') ?? ['submit']).map(
      word =>
        oneOf(['submit', 'read', 'withdraw'], word, `pipelines.${key}.actions`),
    ),
    madeAt: config.getOptionalBoolean('madeAt') ?? false,
  };
}

function fail(message: string): never {
  throw new Error(`supplyChain.pipelines.${message}`);
}
