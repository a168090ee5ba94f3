import {
  PipelineMapping,
  PipelineIssuer,
  PipelinesConfig,
} from '../config/PipelinesConfig';
import { Claims, claimText, quoteClaim } from './claims';
import { principalRefOf } from './principalRef';
import { PROVIDERS } from './providers';
import { ClaimCheck, PipelineExplanation } from './types';

const NOTHING: Omit<PipelineExplanation, 'channel' | 'channelReason'> = {
  entities: [],
  channels: [],
  actions: [],
  madeAt: false,
  checked: [],
};

/**
 * What these claims allow. It believes them: the verifier calls it with claims whose
 * signature it checked, the page with claims that somebody wants explained.
 */
export function explainPipeline(
  config: PipelinesConfig,
  claims: Claims,
): PipelineExplanation {
  const iss = claimText(claims, 'iss');
  const issuer = config.issuers.find(one => one.issuer === iss);
  if (!issuer) {
    return {
      ...NOTHING,
      channel: 'change',
      channelReason: 'The issuer is not known.',
      reason: `${quoteClaim(
        claims,
        'iss',
      )} is not, letter by letter, one of the issuers in supplyChain.pipelines.`,
    };
  }
  const provider = PROVIDERS[issuer.provider];
  const { channel, because } = provider.channel(claims, issuer);
  const common = {
    ...NOTHING,
    principalRef: principalRefOf(issuer, claims),
    source: provider.source(claims),
    channel,
    channelReason: because,
  };
  if (!common.principalRef) {
    return {
      ...common,
      reason: `The token has no ${provider.identifying[0]}, which tells who the pipeline is.`,
    };
  }
  const checked: PipelineExplanation['checked'] = [];
  for (const [at, mapping] of config.mappings.entries()) {
    if (mapping.issuer !== issuer.issuer) continue;
    const checks = checkClaims(mapping, claims);
    checked.push({ mapping: at, claims: checks });
    if (!checks.every(({ matches }) => matches)) continue;
    return {
      ...common,
      mapping: at,
      entities: mapping.entities,
      kinds: mapping.kinds,
      channels: mapping.channels.filter(
        one => channel === 'release' || one === 'change',
      ),
      actions: mapping.actions,
      madeAt: mapping.madeAt,
      checked,
    };
  }
  return { ...common, checked, reason: unmapped(issuer, claims) };
}

function checkClaims(mapping: PipelineMapping, claims: Claims): ClaimCheck[] {
  return Object.entries(mapping.claims).map(([name, expected]) => {
    const seen = claimText(claims, name);
    return { name, expected, seen, matches: seen === expected };
  });
}

/** Says what an operator needs to add a mapping. */
function unmapped(issuer: PipelineIssuer, claims: Claims): string {
  const seen = PROVIDERS[issuer.provider].identifying
    .map(name => quoteClaim(claims, name))
    .join(', ');
  return `No mapping of supplyChain.pipelines matches ${seen} of issuer '${issuer.issuer}'; an operator can add one with these claims.`;
}
