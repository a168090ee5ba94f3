import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { readTrustedRoot } from '@hotpass/supply-chain-evidence';
import { initTUF } from '@sigstore/tuf';
import { TrustConfig, TrustRootConfig } from '../config/TrustConfig';
import { keepTrustRoot } from '../database/operations/trust/trustRoots';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { SupplyChainMetrics } from '../metrics';
import { TrustPolicies } from './TrustPolicies';

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
    let isNew = false;
    for (const root of this.#config.roots) {
      if (signal?.aborted) return;
      isNew = (await this.#refresh(root)) || isNew;
    }
    if (isNew) await this.#policies.takeRoots();
  }

  async #refresh({ name, tuf }: TrustRootConfig): Promise<boolean> {
    if (!tuf) return false;
    try {
      const { root, version } = await this.#fetch(name, tuf);
      const isNew = await this.#database.transaction(tx =>
        keepTrustRoot({ tx, name, root, version, now: Date.now() }),
      );
      this.#metrics.rootRefreshed(isNew ? 'new' : 'unchanged');
      if (isNew) {
        this.#logger.info(`Trusted root '${name}' is at version ${version}`);
      }
      return isNew;
    } catch (error) {
      this.#metrics.rootRefreshed('failed');
      this.#logger.warn(
        `Trusted root '${name}' was not refreshed from '${tuf.mirror}'; the last one seen stays in use`,
        error as Error,
      );
      return false;
    }
  }

  /** The client's folder keeps the metadata that it compares the next answer with. */
  async #fetch(name: string, tuf: NonNullable<TrustRootConfig['tuf']>) {
    const cachePath = join(this.#directory, name);
    await mkdir(cachePath, { recursive: true });
    const client = await initTUF({
      mirrorURL: tuf.mirror,
      rootPath: tuf.rootFile,
      cachePath,
      ...FETCH,
    });
    const root = await client.getTarget(TARGET);
    // A log without a validity start would be believed for all times before it was made
    readTrustedRoot(Buffer.from(root));
    return { root, version: await targetsVersion(cachePath) };
  }
}

/** The client does not tell; the folder below is one for each repository. */
async function targetsVersion(cachePath: string): Promise<number> {
  const [repository] = await readdir(cachePath);
  const text = await readFile(
    join(cachePath, repository, 'targets.json'),
    'utf8',
  );
  const version = JSON.parse(text)?.signed?.version;
  if (!Number.isSafeInteger(version)) {
    throw new Error('The repository does not number its targets');
  }
  return version;
}
