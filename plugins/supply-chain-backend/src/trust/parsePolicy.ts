import { TrustPolicy } from '@hotpass/supply-chain-evidence';
import { ComposedPolicy } from './composePolicy';

/** A policy as it was kept: it was checked when it was put in place. */
export function parsePolicy(row: {
  digest: string;
  content: string;
}): ComposedPolicy {
  return {
    digest: row.digest,
    json: Buffer.from(row.content, 'utf8'),
    policy: JSON.parse(row.content) as TrustPolicy,
  };
}
