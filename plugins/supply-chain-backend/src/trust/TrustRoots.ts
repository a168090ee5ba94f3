import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { readTrustedRoot } from '@hotpass/supply-chain-evidence';
import { initTUF } from '@sigstore/tuf';
import { TrustConfig, TrustRootConfig } from '../config/TrustConfig';
import {
  keepTrustRoot,
  SeenRoot,
  TufVersions,
} from '../database/operations/trust/trustRoots';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { SupplyChainMetrics } from '../metrics';
import { TrustPolicies } from './TrustPolicies';
import { repositoryOf, tufOf } from './tufRepository';

const TARGET = 'trusted_root.json';
const FETCH = { timeout: 10_000, retry: { retries: 1 } };

/**
 * Asks the TUF repositories that the config names, and nobody else, for newer trusted
 * roots. One that does not answer, or answers with what does not verify, is told to
 * the log, and the last root seen stays in use.
 */
export class TrustRoots {
  readonly #database: SupplyChainDatabase;
  readonly #config: TrustConfig;
  readonly #directory: string;
  readonly #policies: TrustPolicies;
  readonly #metrics: SupplyChainMetrics;
  readonly #logger: LoggerService;

  constructor(options: {
    database: SupplyChainDatabase;
    config: { trust: TrustConfig; storeDirectory: string };
    policies: TrustPolicies;
    metrics: SupplyChainMetrics;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#config = options.config.trust;
    this.#directory = join(options.config.storeDirectory, 'tuf');
    this.#policies = options.policies;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
  }

  /** Whether there is anybody to ask. */
  get isConfigured(): boolean {
    return this.#config.roots.some(({ tuf }) => tuf !== undefined);
  }

  async run(signal?: AbortSignal): Promise<void> {
    for (const root of this.#config.roots) {
      if (signal?.aborted) return;
      await this.#refresh(root);
    }
    // Also what another replica was told and did not live to take
    if (this.isConfigured) await this.#policies.takeRoots();
  }

  async #refresh(config: TrustRootConfig): Promise<void> {
    const { name, tuf } = config;
    if (!tuf) return;
    try {
      const seen = await this.#fetch(config);
      const kept = await this.#database.transaction(tx =>
        keepTrustRoot({ tx, seen, now: Date.now() }),
      );
      if (kept === 'behind') {
        throw new Error(
          `The repository is at ${said(
            seen.versions,
          )}, and more was known of it before`,
        );
      }
      this.#metrics.rootRefreshed(kept);
      if (kept === 'new') {
        this.#logger.info(
          `Trusted root '${name}' is at ${said(seen.versions)}`,
        );
      }
    } catch (error) {
      this.#metrics.rootRefreshed('failed');
      this.#logger.warn(
        `Trusted root '${name}' was not refreshed from '${tuf.mirror}'; the last one seen stays in use`,
        error as Error,
      );
    }
  }

  /** The client's folder keeps the metadata that it compares the next answer with. */
  async #fetch(config: TrustRootConfig): Promise<SeenRoot> {
    const { name } = config;
    const { mirror, initialRoot } = config.tuf!;
    const tuf = tufOf(config)!;
    const repository = repositoryOf({ name, tuf })!;
    const cachePath = join(this.#directory, repository);
    await mkdir(cachePath, { recursive: true });
    const rootPath = join(cachePath, 'initial.json');
    await writeFile(rootPath, initialRoot);
    const client = await initTUF({
      mirrorURL: mirror,
      rootPath,
      cachePath,
      ...FETCH,
    });
    const root = await client.getTarget(TARGET);
    // A log without a validity start would be believed for all times before it was made
    readTrustedRoot(Buffer.from(root));
    const versions = await versionsIn(cachePath);
    return { repository, name, ...tuf, root, versions };
  }
}

/** The client does not tell; the folder below is the repository's. */
async function versionsIn(cachePath: string): Promise<TufVersions> {
  const entries = await readdir(cachePath, { withFileTypes: true });
  const folder = entries.find(entry => entry.isDirectory())?.name ?? '';
  const versionOf = async (role: string) => {
    const path = join(cachePath, folder, `${role}.json`);
    const version = JSON.parse(await readFile(path, 'utf8'))?.signed?.version;
    if (Number.isSafeInteger(version)) return version as number;
    throw new Error(`The repository does not number its ${role}`);
  };
  return {
    root: await versionOf('root'),
    timestamp: await versionOf('timestamp'),
    snapshot: await versionOf('snapshot'),
    targets: await versionOf('targets'),
  };
}

function said({ root, targets }: TufVersions): string {
  return `version ${root} of its root and ${targets} of its targets`;
}
