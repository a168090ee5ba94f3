import { NotFoundError } from '@backstage/errors';
import {
  Posture,
  Receipt,
  ReleasePage,
  SubmitOptions,
  SupplyChainApi,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { pagedApi } from './pagedApi';
import { changeRelease, postures } from './postureFixtures';
import {
  baseRelease,
  decision,
  diff,
  evidence,
  provenance,
  release,
} from './releaseFixtures';

/** The whole backend in memory, for `dev/` and for tests. */
export class InMemorySupplyChainApi implements Partial<SupplyChainApi> {
  readonly submitted: SubmitOptions[] = [];
  readonly #postures = new Map<string, Posture | Error>();

  constructor() {
    Object.assign(this, pagedApi);
  }

  /** What the entity's posture is from now on; an error is thrown. */
  setPosture(entityRef: string, posture: Posture | Error) {
    this.#postures.set(entityRef, posture);
  }

  async getPosture(
    entityRef: string,
    options: { release?: string; compareWith?: string } = {},
  ): Promise<Posture> {
    const posture = this.#postures.get(entityRef) ?? postures['not-known'];
    if (posture instanceof Error) throw posture;
    const known = [release, baseRelease, changeRelease];
    const named = known.find(({ id }) => id === options.release);
    if (options.release && !named) throw new NotFoundError('No such release');
    const base = known.find(({ id }) => id === options.compareWith);
    return {
      ...posture,
      entityRef,
      ...(named && { release: named }),
      ...(base && posture.changes && { changes: { ...posture.changes, base } }),
    };
  }

  async getReleases(): Promise<ReleasePage> {
    const items = [release, baseRelease, changeRelease];
    return { items, totalItems: items.length };
  }

  async submit(options: SubmitOptions): Promise<Receipt> {
    this.submitted.push(options);
    this.setPosture(options.entityRef, postures['can-ship']);
    return {
      id: 'receipt-1',
      status: 'accepted',
      at: new Date().toISOString(),
      evidence: evidence[0],
      release: { ...release, version: options.release },
    };
  }

  async getDecision() {
    return decision;
  }

  async getEvidence() {
    return evidence;
  }

  async getProvenance() {
    return provenance;
  }

  async getDiff() {
    return diff;
  }

  async getPaths() {
    return [['checkout', 'bar', 'foo']];
  }
}
