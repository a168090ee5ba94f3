import { randomUUID } from 'node:crypto';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  Principal,
  RetentionClasses,
  RetentionProposal,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { RetentionConfig } from '../../config/RetentionConfig';
import {
  appendEvent,
  EventType,
} from '../../database/operations/record/appendEvent';
import { lockKeeping } from '../../database/operations/record/lockKeeping';
import { compact } from '../../database/operations/releases/columns';
import { SupplyChainDatabase } from '../../database/SupplyChainDatabase';
import { fit } from '../../database/text';
import { ClassChange, classChanges } from '../classes/adoptConfig';
import { canonicalText } from '../classes/canonicalText';
import { EffectiveClasses } from '../classes/EffectiveClasses';
import { listEffective, listEnded } from '../classes/operations/listClasses';
import { toWireClass, toWireDefinition } from '../classes/toWire';
import { StoredPreview } from './previewOf';
import { definitionIn, requireProposal, toProposal } from './proposalRows';
import { applyChange, Change, previewChange } from './tryChange';
import { ProposalDecision, ProposalService, Visible } from './types';

// A preview costs as much as the change; an open proposal is looked at often
const FRESH_MS = 10 * 60_000;

/** Knows no permissions: whoever calls it has asked them. */
export class DefaultProposalService implements ProposalService {
  readonly #database: SupplyChainDatabase;
  readonly #config: RetentionConfig;

  constructor(options: {
    database: SupplyChainDatabase;
    retention: RetentionConfig;
  }) {
    this.#database = options.database;
    this.#config = options.retention;
  }

  async getClasses(): Promise<RetentionClasses> {
    const tx = this.#database.knex;
    const [effective, ended, open] = await Promise.all([
      listEffective({ tx }),
      listEnded({ tx }),
      tx('retention_proposal').where({ state: 'open' }).select('uid', 'class'),
    ]);
    return {
      effective: effective.map(toWireClass),
      history: ended.map(toWireClass),
      pending: (await this.#pending(tx)).map(change =>
        compact({
          class: change.name,
          effective: change.effective && toWireDefinition(change.effective),
          configured: change.configured && toWireDefinition(change.configured),
          shortens: change.shortens,
          proposalId: open.find(row => row.class === change.name)?.uid,
        }),
      ),
    };
  }

  async list(visible: Visible): Promise<RetentionProposal[]> {
    const tx = this.#database.knex;
    const rows = await tx('retention_proposal').orderBy('id', 'desc');
    const proposals: RetentionProposal[] = [];
    for (const row of rows) {
      const fresh = row.state === 'open' ? await this.#refresh(row) : row;
      proposals.push(await toProposal(fresh, visible));
    }
    return proposals;
  }

  async propose(
    options: { class: string; reason: string; principal: Principal },
    visible: Visible,
  ): Promise<RetentionProposal> {
    const { class: name, reason, principal } = options;
    const uid = randomUUID();
    const change = await this.#requirePending(name);
    const preview = await this.#preview({
      name,
      after: change.configured,
      proposalUid: uid,
    });
    return this.#database.transaction(async tx => {
      await lockKeeping(tx);
      const open = await tx('retention_proposal')
        .where({ class: name, state: 'open' })
        .first('uid');
      if (open) {
        throw new ConflictError(
          `The proposal '${open.uid}' for class '${name}' is open; approve or reject it first`,
        );
      }
      const json = (value?: object) => (value ? canonicalText(value) : null);
      await tx('retention_proposal').insert({
        uid,
        class: name,
        effective: json(change.effective),
        proposed: json(change.configured),
        shortens: JSON.stringify(change.shortens),
        state: 'open',
        reason: fit(reason, 1000),
        proposed_at: preview.at,
        proposed_by_type: principal.type,
        proposed_by_ref: fit(principal.ref, 255),
        preview: JSON.stringify(preview),
      });
      await append(tx, 'retention-proposed', uid, name, preview.at);
      return toProposal(await requireProposal(tx, uid), visible);
    });
  }

  async approve(
    decision: ProposalDecision,
    visible: Visible,
  ): Promise<RetentionProposal> {
    const now = Date.now();
    const { uid, principal } = decision;
    return this.#database.transaction(async tx => {
      await lockKeeping(tx);
      const row = await requireOpen(tx, uid);
      if (row.proposed_by_ref === principal.ref) {
        throw new NotAllowedError(
          'Another person than the proposer has to approve it',
        );
      }
      await this.#requireSame(tx, row);
      const preview = await applyChange(
        tx,
        this.#changeOf(row),
        this.#when(now),
      );
      await decide(tx, 'approved', decision, now, preview);
      await append(tx, 'retention-approved', uid, row.class, now);
      return toProposal(await requireProposal(tx, uid), visible);
    });
  }

  async reject(
    decision: ProposalDecision,
    visible: Visible,
  ): Promise<RetentionProposal> {
    const now = Date.now();
    const { uid } = decision;
    return this.#database.transaction(async tx => {
      await lockKeeping(tx);
      const row = await requireOpen(tx, uid);
      await decide(tx, 'rejected', decision, now);
      await append(tx, 'retention-rejected', uid, row.class, now);
      return toProposal(await requireProposal(tx, uid), visible);
    });
  }

  async #pending(tx: Knex): Promise<ClassChange[]> {
    const configured = this.#config.classes;
    const effective = await new EffectiveClasses({ configured }).list(tx);
    return classChanges(effective, configured).filter(
      ({ shortens }) => shortens.length > 0,
    );
  }

  async #requirePending(name: string): Promise<ClassChange> {
    const pending = await this.#pending(this.#database.knex);
    const change = pending.find(one => one.name === name);
    if (change) return change;
    throw new ConflictError(
      `The config does not shorten class '${name}'. Change supplyChain.retention first; what is pending now: ${
        pending.map(one => one.name).join(', ') || 'nothing'
      }`,
    );
  }

  /** What two people agree on is what both have seen. */
  async #requireSame(tx: Knex, row: Record<string, any>): Promise<void> {
    const change = (await this.#pending(tx)).find(
      ({ name }) => name === row.class,
    );
    const json = (value?: object) => (value ? canonicalText(value) : null);
    if (
      change &&
      json(change.configured) === row.proposed &&
      json(change.effective) === row.effective
    ) {
      return;
    }
    throw new ConflictError(
      `Config or class '${row.class}' have changed since it was proposed; reject it and propose again`,
    );
  }

  #changeOf(row: Record<string, any>): Change {
    const { class: name, proposed, uid: proposalUid } = row;
    return { name, after: definitionIn(proposed), proposalUid };
  }

  #when(now: number) {
    return { now, liveAfterGoneMs: this.#config.liveAfterGoneMs };
  }

  async #refresh(row: Record<string, any>): Promise<Record<string, any>> {
    const { at }: StoredPreview = JSON.parse(row.preview);
    if (Date.now() - at < FRESH_MS) return row;
    const preview = JSON.stringify(await this.#preview(this.#changeOf(row)));
    await this.#database
      .knex('retention_proposal')
      .where({ uid: row.uid, state: 'open' })
      .update({ preview });
    return { ...row, preview };
  }

  #preview(change: Change): Promise<StoredPreview> {
    return previewChange(this.#database, change, this.#when(Date.now()));
  }
}

async function requireOpen(tx: Knex, uid: string) {
  const row = await requireProposal(tx, uid);
  if (row.state === 'open') return row;
  throw new ConflictError(`The proposal '${uid}' is ${row.state} already`);
}

async function decide(
  tx: Knex.Transaction,
  state: 'approved' | 'rejected',
  { uid, reason, principal }: ProposalDecision,
  now: number,
  preview?: StoredPreview,
): Promise<void> {
  await tx('retention_proposal')
    .where({ uid })
    .update({
      state,
      decided_at: now,
      decided_by_type: principal.type,
      decided_by_ref: fit(principal.ref, 255),
      decision_reason: fit(reason, 1000),
      ...(preview && { preview: JSON.stringify(preview) }),
    });
}

function append(
  tx: Knex.Transaction,
  type: EventType,
  proposal: string,
  name: string,
  at: number,
): Promise<void> {
  return appendEvent({ tx, type, at, facts: { proposal, class: name } });
}
