import { ConflictError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  MirrorClaim,
  MirrorCompanionPage,
  SUPPLY_CHAIN_SIGNAL_CHANNEL,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { companionRefOf } from '@hotpass/backstage-plugin-supply-chain-node';
import { Audit } from '../audit/Audit';
import { normaliseRef } from '../authorization/normaliseRef';
import { compact, toIso } from '../database/operations/releases/columns';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { InventoryService } from '../inventory/types';
import { PostureService } from '../posture/types';
import { decodeCursor, encodeCursor } from '../service/cursor';
import { claimSite } from './operations/claimSite';
import { listDue } from './operations/listDue';
import { renewClaim, settleClaim, SiteOutcome } from './operations/settleClaim';
import {
  PublishedSubject,
  selectPublished,
  toPublished,
} from './operations/subjectRevision';
import { seeTarget } from './operations/targets';
import { readFacts } from './readFacts';
import { KeptFacts } from './KeptFacts';
import { KeepingFacts, MirrorService, MirrorTarget } from './types';

/**
 * How long a publisher that was killed holds its site. One that lives renews its
 * claim long before.
 */
const CLAIM_MS = 30_000;
const ORDER = 'mirror/companions';

/** Claims live in the database, so publishers of several hosts keep out of each other's way. */
export class DefaultMirrorService implements MirrorService {
  readonly #database: SupplyChainDatabase;
  readonly #audit: Audit;
  readonly #signals?: SignalsService;
  readonly #posture: PostureService;
  readonly #inventory: InventoryService;
  readonly #keeping: KeepingFacts;
  readonly #now: () => number;

  constructor(options: {
    database: SupplyChainDatabase;
    audit: Audit;
    signals?: SignalsService;
    posture: PostureService;
    inventory: InventoryService;
    keeping?: KeepingFacts;
    now?: () => number;
  }) {
    this.#database = options.database;
    this.#audit = options.audit;
    this.#signals = options.signals;
    this.#posture = options.posture;
    this.#inventory = options.inventory;
    this.#keeping = options.keeping ?? new KeptFacts();
    this.#now = options.now ?? Date.now;
  }

  async listCompanions(
    query: Parameters<MirrorService['listCompanions']>[0],
  ): Promise<MirrorCompanionPage> {
    const { entityRef, limit } = query;
    const after = decodeCursor(query.cursor, ORDER, ['number']);
    const rows = selectPublished(this.#database.knex)
      .whereNull('s.gone_at')
      .orderBy('s.id');
    if (entityRef !== undefined) {
      rows.where('s.entity_ref', normaliseRef(entityRef));
    }
    if (after) rows.where('s.id', '>', after[0]);
    const subjects = (await rows.limit(limit + 1)).map(toPublished);
    const page = subjects.slice(0, limit);
    return compact({
      items: page
        .filter(({ hasEvidence }) => hasEvidence)
        .map(({ title, owner, system, ...subject }) =>
          compact({
            entityRef: subject.entityRef,
            companionRef: companionRefOf(subject.entityRef),
            title,
            owner,
            system,
          }),
        ),
      nextCursor:
        subjects.length > limit
          ? encodeCursor(ORDER, [page[page.length - 1].id])
          : undefined,
    });
  }

  async listDue({ target, layout }: MirrorTarget): Promise<string[]> {
    const tx = this.#database.knex;
    const now = this.#now();
    await seeTarget({ tx, target, now });
    return listDue({ tx, target, layout, now });
  }

  async claim(
    { target, layout }: MirrorTarget,
    entityRef: string,
  ): Promise<MirrorClaim | undefined> {
    const now = this.#now();
    const until = now + CLAIM_MS;
    await seeTarget({ tx: this.#database.knex, target, now });
    // Before the facts are read: what happens meanwhile makes the site due again
    const subject = await this.#find(entityRef);
    if (!subject) return undefined;
    const claim = await this.#database.transaction(tx =>
      claimSite({ tx, subject, target, layout, now, until }),
    );
    if (!claim) return undefined;
    const facts = subject.hasEvidence
      ? await readFacts({
          tx: this.#database.knex,
          subject,
          posture: this.#posture,
          inventory: this.#inventory,
          keeping: this.#keeping,
        })
      : undefined;
    return compact({
      id: claim.uid,
      entityRef: subject.entityRef,
      companionRef: companionRefOf(subject.entityRef),
      endsAt: toIso(until),
      interrupted: claim.interrupted,
      etag: claim.etag,
      facts,
    });
  }

  async renew(claim: string): Promise<{ endsAt: string }> {
    const now = this.#now();
    const until = now + CLAIM_MS;
    const tx = this.#database.knex;
    if (!(await renewClaim({ tx, claim, now, until }))) throw lost(claim);
    return { endsAt: toIso(until) };
  }

  async settle(claim: string, result: SiteOutcome): Promise<void> {
    const settled = await this.#audit.run(
      'evidence-publish',
      { claim, ...result },
      async () => {
        const given = await this.#database.transaction(tx =>
          settleClaim({ tx, claim, result, now: this.#now() }),
        );
        if (!given) throw lost(claim);
        return this.#database
          .knex('subject')
          .where('id', given.subjectId)
          .first('uid', 'entity_ref');
      },
      subject => ({ entityRef: subject.entity_ref }),
    );
    await this.#signals?.publish({
      recipients: { type: 'broadcast' },
      channel: SUPPLY_CHAIN_SIGNAL_CHANNEL,
      message: { type: 'posture-changed', signalId: settled.uid },
    });
  }

  async #find(entityRef: string): Promise<PublishedSubject | undefined> {
    const row = await selectPublished(this.#database.knex)
      .where('s.entity_ref', normaliseRef(entityRef))
      .first();
    return row && toPublished(row);
  }
}

function lost(claim: string): ConflictError {
  return new ConflictError(
    `The claim '${claim}' was given back or ran out; ask for another one`,
  );
}
