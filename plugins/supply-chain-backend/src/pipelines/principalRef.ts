import { createHash } from 'node:crypto';
import { PipelineIssuer } from '../config/PipelinesConfig';
import { Claims, claimText } from './claims';
import { PROVIDERS } from './providers';

/** Hosts whose ids need no host before them. */
const PUBLIC = [
  'https://token.actions.githubusercontent.com',
  'https://gitlab.com',
];

/** What the column of a receipt holds. */
const MAX_LENGTH = 255;

/**
 * Who a pipeline is, the same for every job of its project: `pipeline:github/<id>`.
 * Another server's ids are other projects, so its host stands before them.
 */
export function principalRefOf(
  issuer: PipelineIssuer,
  claims: Claims,
): string | undefined {
  const [claim] = PROVIDERS[issuer.provider].identifying;
  const id = claimText(claims, claim);
  if (id === undefined) return undefined;
  const place = PUBLIC.includes(issuer.issuer)
    ? ''
    : `${issuer.issuer.slice(issuer.issuer.indexOf('://') + 3)}/`;
  const ref = `pipeline:${issuer.provider}/${place}${id}`;
  if (ref.length <= MAX_LENGTH) return ref;
  const hash = createHash('sha256').update(ref).digest('hex');
  return `${ref.slice(0, 180)}#${hash}`;
}
