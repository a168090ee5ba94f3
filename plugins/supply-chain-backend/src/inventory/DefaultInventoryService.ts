import { Readable } from 'node:stream';
import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  ComponentPage,
  Diff,
  Evidence,
  FindingPage,
  Provenance,
  WhereUsedPage,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { ArtifactStore } from '@hotpass/backstage-plugin-supply-chain-node';
import { GrantedEntity, GrantedList } from '../authorization';
import { findBaseRelease } from '../database/operations/releases/findBaseRelease';
import { findDecision } from '../database/operations/releases/findDecision';
import {
  EvidenceRecord,
  listEvidence,
} from '../database/operations/releases/listEvidence';
import { listOutputs } from '../database/operations/releases/listOutputs';
import { findTrust } from '../database/operations/releases/findTrust';
import {
  ReleaseRecord,
  toRelease,
} from '../database/operations/releases/releaseColumns';
import { requireRelease } from '../database/operations/releases/requireRelease';
import { withKept } from '../retention/keptOf';
import { ReadingCache } from './ReadingCache';
import { buildDiff, DiffSide } from './buildDiff';
import { componentsOf, ListedComponent } from './componentsOf';
import { findingIdentities } from './findingIdentity';
import { countFindings } from './operations/countFindings';
import { listFindingKeys } from './operations/listFindingKeys';
import { listFindings } from './operations/listFindings';
import { listSets } from './operations/listSets';
import { pageOfComponents } from './pageOfComponents';
import { pageOfFindings } from './pageOfFindings';
import { shortestPaths } from './shortestPaths';
import { toProvenance } from './toProvenance';
import { WhereUsed } from './WhereUsed';
import {
  ComponentQuery,
  FindingQuery,
  InventoryService,
  PageRequest,
} from './types';

const MOST_PATHS = 5;
const MOST_LISTED = 200_000;

/** Reads what documents said, through their placement at a release. */
export class DefaultInventoryService implements InventoryService {
  readonly #database: Knex;
  readonly #store: ArtifactStore;
  readonly #liveAfterGoneMs: number;
  readonly #cache: ReadingCache;
  readonly #whereUsed: WhereUsed;
  // a union depends on its readings and their streams alone
  readonly #unions = new LRUCache<string, ListedComponent[]>({
    maxSize: MOST_LISTED,
    sizeCalculation: components => components.length + 10,
  });

  constructor(options: {
    database: Knex;
    store: ArtifactStore;
    cache: ReadingCache;
    liveAfterGoneMs: number;
  }) {
    this.#database = options.database;
    this.#store = options.store;
    this.#liveAfterGoneMs = options.liveAfterGoneMs;
    this.#cache = options.cache;
    this.#whereUsed = new WhereUsed(options);
  }

  async listComponents(
    entity: GrantedEntity,
    releaseUid: string,
    query: ComponentQuery,
  ): Promise<ComponentPage> {
    const release = await this.#release(entity, releaseUid);
    const [components, findings] = await Promise.all([
      this.#components(release),
      countFindings({ tx: this.#database, releaseId: release.id }),
    ]);
    return pageOfComponents(
      components.map(({ component }) => component),
      findings,
      query,
    );
  }

  async listPaths(
    entity: GrantedEntity,
    releaseUid: string,
    componentKey: string,
  ): Promise<string[][]> {
    const release = await this.#release(entity, releaseUid);
    const documents = await this.#documents(release);
    const paths = documents
      .flatMap(({ fragment }) =>
        shortestPaths(fragment, componentKey, MOST_PATHS),
      )
      .sort((a, b) => a.length - b.length);
    const distinct = new Map(paths.map(path => [JSON.stringify(path), path]));
    return [...distinct.values()].slice(0, MOST_PATHS);
  }

  async listFindings(
    entity: GrantedEntity,
    releaseUid: string,
    query: FindingQuery,
  ): Promise<FindingPage> {
    const tx = this.#database;
    const release = await this.#release(entity, releaseUid);
    const [findings, base] = await Promise.all([
      listFindings({ tx, releaseId: release.id }),
      findBaseRelease({ tx, release }),
    ]);
    const page = pageOfFindings(findings, query);
    if (!base || !page.items.length) return page;
    const keys = await listFindingKeys({ tx, releaseIds: [base.id] });
    const known = new Set(keys.get(base.id)?.identities.flat());
    return {
      ...page,
      items: page.items.map(finding => ({
        ...finding,
        isNew: !findingIdentities(finding).some(one => known.has(one)),
      })),
    };
  }

  async listProvenance(
    entity: GrantedEntity,
    releaseUid: string,
  ): Promise<Provenance[]> {
    const release = await this.#release(entity, releaseUid);
    const [records, named, trust] = await Promise.all([
      this.#evidence(release),
      listOutputs({ tx: this.#database, releaseId: release.id }),
      findTrust({ tx: this.#database, releaseId: release.id }),
    ]);
    const outputs = named.filter(
      ({ digest }) => !trust?.notOutputs.includes(digest),
    );
    return Promise.all(
      records
        .filter(
          ({ evidence }) =>
            evidence.kind === 'provenance' &&
            evidence.current &&
            !evidence.withdrawn,
        )
        .map(async ({ evidence, readingId }) =>
          toProvenance(
            evidence,
            await this.#cache.fragment(readingId),
            outputs,
            trust?.unmet[evidence.id],
          ),
        ),
    );
  }

  async listEvidence(
    entity: GrantedEntity,
    releaseUid: string,
  ): Promise<Evidence[]> {
    const release = await this.#release(entity, releaseUid);
    return this.#kept(release, await this.#evidence(release));
  }

  async getEvidence(
    entity: GrantedEntity,
    releaseUid: string,
    evidenceUid: string,
  ): Promise<Evidence> {
    const release = await this.#release(entity, releaseUid);
    const [record] = await this.#evidence(release, evidenceUid);
    if (!record) {
      throw new NotFoundError(
        `Release '${releaseUid}' has no evidence '${evidenceUid}'`,
      );
    }
    const [evidence] = await this.#kept(release, [record]);
    return evidence;
  }

  async openEvidence(
    entity: GrantedEntity,
    releaseUid: string,
    evidenceUid: string,
  ): Promise<{ evidence: Evidence; body: Readable }> {
    const evidence = await this.getEvidence(entity, releaseUid, evidenceUid);
    const { state = 'sound' } = evidence.integrity ?? {};
    if (state !== 'sound') {
      throw new ConflictError(
        `The stored bytes of ${
          evidence.digest
        } are ${state}; an operator has to ${
          state === 'unreadable'
            ? 'make the artifact store give them again'
            : 'restore them from a copy'
        }`,
      );
    }
    const body = await this.#store.open(
      evidence.digest.slice('sha256:'.length),
    );
    return { evidence, body };
  }

  async getDiff(
    entity: GrantedEntity,
    releaseUid: string,
    baseUid?: string,
  ): Promise<Diff> {
    const target = await this.#release(entity, releaseUid);
    const base =
      baseUid === undefined
        ? await findBaseRelease({ tx: this.#database, release: target })
        : await this.#release(entity, baseUid);
    if (!base) {
      throw new NotFoundError(
        `There is no release before '${target.version}' to compare it with`,
      );
    }
    return buildDiff(await this.#side(base), await this.#side(target));
  }

  async listWhereUsed(
    list: GrantedList,
    query: PageRequest & { purl: string },
  ): Promise<WhereUsedPage> {
    return this.#whereUsed.list(list, query);
  }

  #release({ entityRef }: GrantedEntity, releaseUid: string) {
    return requireRelease({ tx: this.#database, entityRef, releaseUid });
  }

  #kept(release: ReleaseRecord, records: EvidenceRecord[]) {
    return withKept({
      tx: this.#database,
      release,
      evidence: records.map(({ evidence }) => evidence),
      liveAfterGoneMs: this.#liveAfterGoneMs,
      now: Date.now(),
    });
  }

  #evidence(
    release: ReleaseRecord,
    evidenceUid?: string,
  ): Promise<EvidenceRecord[]> {
    return listEvidence({
      tx: this.#database,
      releaseId: release.id,
      releaseUid: release.uid,
      evidenceUid,
    });
  }

  async #documents(release: ReleaseRecord) {
    const sets = await listSets({
      tx: this.#database,
      releaseIds: [release.id],
    });
    return Promise.all(
      sets.map(async ({ readingId, stream }) => ({
        stream,
        fragment: await this.#cache.fragment(readingId),
      })),
    );
  }

  async #components(release: ReleaseRecord): Promise<ListedComponent[]> {
    const sets = await listSets({
      tx: this.#database,
      releaseIds: [release.id],
    });
    const key = JSON.stringify(sets.map(set => [set.readingId, set.stream]));
    const known = this.#unions.get(key);
    if (known) return known;
    const union = componentsOf(
      await Promise.all(
        sets.map(async ({ readingId, stream }) => ({
          stream,
          fragment: await this.#cache.fragment(readingId),
        })),
      ),
    );
    this.#unions.set(key, union);
    return union;
  }

  async #side(release: ReleaseRecord): Promise<DiffSide> {
    const tx = this.#database;
    const [components, findings, decision] = await Promise.all([
      this.#components(release),
      listFindings({ tx, releaseId: release.id }),
      release.decision_id === null
        ? undefined
        : findDecision({ tx, id: release.decision_id }),
    ]);
    return {
      release: toRelease(release),
      components,
      findings,
      rules: decision?.rules ?? [],
    };
  }
}
