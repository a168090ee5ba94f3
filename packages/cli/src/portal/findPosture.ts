import type {
  Channel,
  Posture,
  Severity,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { CliError } from '../CliError';
import type { Surroundings } from '../Surroundings';
import { askOrExplain } from './ask';
import { Portal } from './connect';

const PAGE = 500;

/** Severities that are counted, worst first. */
export const SEVERITIES = [
  'critical',
  'high',
  'medium',
  'low',
] as const satisfies Severity[];

/** How many findings a release has of each severity. */
export type FindingCounts = Partial<Record<Severity, number>>;

async function releaseIdOf(
  portal: Portal,
  entityRef: string,
  { version, channel }: { version: string; channel: Channel },
  using: Pick<Surroundings, 'sleep'>,
): Promise<string> {
  for (let cursor: string | undefined, page = 0; page === 0 || cursor; page++) {
    const options = { channel, cursor, limit: PAGE };
    const { items, nextCursor } = await askOrExplain(portal, using, call =>
      portal.client.getReleases(entityRef, options, call),
    );
    const found = items?.find(item => item.version === version);
    if (found) return found.id;
    cursor = nextCursor;
  }
  throw new CliError(
    `${entityRef} has no release ${version} with evidence: check --release, or push evidence of it first`,
  );
}

/** The state of an entity's newest release, or of the named one. */
export async function findPosture(
  portal: Portal,
  entityRef: string,
  release: { version: string; channel: Channel } | undefined,
  using: Pick<Surroundings, 'sleep'>,
): Promise<Posture> {
  const id = release && (await releaseIdOf(portal, entityRef, release, using));
  const posture = await askOrExplain(portal, using, call =>
    portal.client.getPosture(entityRef, { release: id }, call),
  );
  if (typeof posture?.state !== 'string' || !posture.counts) {
    throw new CliError(
      `${portal.address} answered, but not with a posture: check --portal`,
    );
  }
  return posture;
}

/** Counts by severity, from the totals of empty pages. */
export async function countFindings(
  portal: Portal,
  { entityRef, release, counts }: Posture,
  using: Pick<Surroundings, 'sleep'>,
): Promise<FindingCounts> {
  if (!release || counts.findings === 0) return {};
  const key = { entityRef, releaseId: release.id };
  const totals = await Promise.all(
    SEVERITIES.map(severity =>
      askOrExplain(portal, using, call =>
        portal.client.getFindings(key, { severity, limit: 1 }, call),
      ),
    ),
  );
  return Object.fromEntries(
    SEVERITIES.map((severity, at) => [severity, totals[at].totalItems]),
  );
}
