import {
  assessDetached,
  assessSigned,
  timeToCome,
} from '@hotpass/supply-chain-evidence';
import { entityRefOf } from '../placement';
import { compareContent } from './compareContent';
import { FoundSigned } from './findSigned';
import { Outcome } from './Outcome';
import { named } from './readMaterial';
import { readPolicy } from './readPolicy';
import { fixesOf } from './tellChecks';
import { failed, isAbout, lineFixes, verdictOf } from './tellTrust';

/** Checks a signed document by the portal's own trust policy. */
export async function trustVerifier(
  options: { trustPolicy: string; entity?: string },
  cwd: string,
): Promise<(found: FoundSigned) => Outcome> {
  const loaded = await readPolicy(options.trustPolicy, cwd);
  const entity = options.entity && entityRefOf(options.entity);
  return ({ bytes, given, artifact, statement, detached }) => {
    const assessed = named(given, () =>
      detached && artifact
        ? assessDetached(detached, artifact, loaded)
        : assessSigned(bytes, loaded),
    );
    const { state, signer, times, lines, material } = assessed;
    const checks = artifact
      ? compareContent(assessed, artifact)
      : assessed.checks;
    const early = timeToCome(assessed, new Date());
    const line = loaded.policy.lines.find(
      (one, at) =>
        early === undefined &&
        lines[at].state === 'met' &&
        isAbout(one, entity),
    );
    const about = artifact?.name ?? statement?.name;
    const told = { assessed, checks, loaded, line, entity, about, early };
    return {
      checks,
      verdict: verdictOf(told),
      fixes: [...fixesOf(checks, given), ...lineFixes(told, given)],
      details: {
        artifact: artifact?.name,
        entity,
        policy: loaded.digest,
        state: failed(checks) ? 'failed' : state,
        trustedBy: failed(checks) ? undefined : line?.id,
        signer,
        times,
        lines,
        material,
        checks,
      },
    };
  };
}
