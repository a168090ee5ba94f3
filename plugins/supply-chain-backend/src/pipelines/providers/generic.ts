import { claimText, quoteClaim } from '../claims';
import { Provider } from '../types';
import { MANY_USES } from './manyUses';

/** An issuer of which nothing is known: its config says what makes a release. */
export const generic: Provider = {
  identifying: ['sub'],
  maxUses: MANY_USES,
  kept: [],
  channel(claims, { releaseWhen }) {
    const wanted = Object.entries(releaseWhen ?? {});
    if (!wanted.length) {
      return {
        channel: 'change',
        because: 'the issuer has no releaseWhen in supplyChain.pipelines',
      };
    }
    const missing = wanted.find(
      ([name, value]) => claimText(claims, name) !== value,
    );
    return missing
      ? {
          channel: 'change',
          because: `${quoteClaim(claims, missing[0])}: releaseWhen asks for '${
            missing[1]
          }'`,
        }
      : {
          channel: 'release',
          because: wanted.map(([name]) => quoteClaim(claims, name)).join(', '),
        };
  },
  source: claims => claimText(claims, 'sub'),
};
