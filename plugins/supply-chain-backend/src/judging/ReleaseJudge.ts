import {
  assembleFacts,
  canonicalJson,
  EvidenceWorkers,
  Judgement,
  PlacedFragment,
  sha256Hex,
} from '@hotpass/supply-chain-evidence';
import { RuleResult } from '@hotpass/backstage-plugin-supply-chain-common';
import { Knex } from 'knex';
import { SupplyChainConfig } from '../config/SupplyChainConfig';
import { findFirstSeen } from '../database/operations/judging/findFirstSeen';
import { insertDecision } from '../database/operations/judging/insertDecision';
import { settleJudgement } from '../database/operations/judging/settleJudgement';
import { appendEvent } from '../database/operations/record/appendEvent';
import { askForJudgement } from '../database/operations/record/askForJudgement';
import { findNextRelease } from '../database/operations/record/findNextRelease';
import { lockSubject } from '../database/operations/record/lockSubject';
import { findBaseRelease } from '../database/operations/releases/findBaseRelease';
import { findDecision } from '../database/operations/releases/findDecision';
import { findReleaseById } from '../database/operations/releases/findRelease';
import {
  Expected,
  ReleaseRow,
  SubjectRow,
  toOptionalRow,
  toRow,
} from '../database/rows';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { keepTrust } from '../trust/keepTrust';
import { RelatedRelease, ReleaseRelator } from '../trust/ReleaseRelator';
import { addPaths } from './addPaths';
import { compareRules } from './compareRules';
import { refreshSubject } from './refreshSubject';

export interface Judged {
  entityRef: string;
  /** What pages know the entity's signals by. */
  signalId: string;
  verdict: Judgement['verdict'];
  /** Something that lists show has changed. */
  isChanged: boolean;
  /** Releases that compare themselves with this one and have to be judged again. */
  next?: number;
}

/** Evidence that keeps coming has its own judgements asked for. */
const MOST_ATTEMPTS = 3;

/** Relates and judges one release by its evidence, and keeps both. */
export class ReleaseJudge {
  readonly #database: SupplyChainDatabase;
  readonly #relator: ReleaseRelator;
  readonly #workers: EvidenceWorkers;
  readonly #config: SupplyChainConfig;

  constructor(options: {
    database: SupplyChainDatabase;
    relator: ReleaseRelator;
    workers: EvidenceWorkers;
    config: SupplyChainConfig;
  }) {
    this.#database = options.database;
    this.#relator = options.relator;
    this.#workers = options.workers;
    this.#config = options.config;
  }

  /** Nothing when the release was judged meanwhile. */
  async judge(releaseId: number): Promise<Judged | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      const judged = await this.#judgeOnce(releaseId);
      if (judged !== 'outdated') return judged;
      // The mark stays, so nothing is lost
      if (attempt === MOST_ATTEMPTS) return undefined;
    }
  }

  async #judgeOnce(
    releaseId: number,
  ): Promise<Judged | 'outdated' | undefined> {
    const tx = this.#database.knex;
    const release = toOptionalRow<ReleaseRow>(
      await tx('release').where({ id: releaseId }).first(),
    );
    if (!release || release.judge_done >= release.judge_asked) return undefined;
    const subject = toRow<SubjectRow>(
      await tx('subject').where({ id: release.subject_id }).first(),
    );
    const now = Date.now();
    const related = await this.#relator.relate(subject, release, now);
    const placed = related.evidence
      .filter(({ row }) => related.current.has(row.uid))
      .map(({ row, fragment }) => ({
        ...(row.condition !== 'sound' && { integrity: row.condition }),
        id: row.uid,
        stream: row.stream,
        digest: `sha256:${row.sha256}`,
        fileName: row.file_name,
        receivedAt: new Date(row.received_at),
        receivedFrom: row.received_type,
        ...related.trust.evidence[row.uid],
        fragment,
      }));
    const judgement =
      placed.length > 0
        ? await this.#evaluate(subject, release, { placed, related }, now)
        : undefined;
    return this.#database.transaction(transaction =>
      this.#keep(transaction, {
        heldSince: subject.trust_held_since,
        release,
        related,
        placed,
        judgement,
        now,
      }),
    );
  }

  async #evaluate(
    subject: SubjectRow,
    release: ReleaseRow,
    { placed, related }: { placed: PlacedFragment[]; related: RelatedRelease },
    now: number,
  ): Promise<Judgement> {
    const tx = this.#database.knex;
    const facts = assembleFacts({
      now: new Date(now),
      subject: {
        ref: subject.entity_ref,
        kind: subject.kind,
        namespace: subject.namespace,
        name: subject.name,
        type: subject.type,
        lifecycle: subject.lifecycle,
      },
      release: {
        version: release.version,
        channel: release.channel,
        line: release.line,
        madeAt: new Date(release.made_at),
      },
      expected: JSON.parse(subject.expected) as Expected,
      outputs: related.outputs,
      evidence: placed,
      trust: related.trust,
      firstSeen: await findFirstSeen({ tx, releaseId: release.id }),
    });
    return this.#workers.judge(canonicalJson(facts), {
      collection: subject.collection,
      data: this.#config.policy.data,
    });
  }

  async #keep(
    tx: Knex.Transaction,
    options: {
      /** As it was when the release was related. */
      heldSince: number | undefined;
      release: ReleaseRow;
      related: RelatedRelease;
      placed: PlacedFragment[];
      judgement?: Judgement;
      now: number;
    },
  ): Promise<Judged | 'outdated' | undefined> {
    const { release, related, placed, judgement, now } = options;
    // The row as it is now: catalog facts or the newest release may have changed
    const subject = await lockSubject({ tx, id: release.subject_id });
    // Another replica may have judged this ask, or a later one with more evidence
    const { judge_done: done } = await tx('release')
      .where({ id: release.id })
      .first('judge_done');
    if (done >= release.judge_asked) return undefined;
    if (subject.trust_held_since !== options.heldSince) return 'outdated';
    if (!(await keepTrust({ tx, release, related, now }))) return 'outdated';
    let next: number | undefined;
    if (judgement) {
      const { base, rules } = await this.#compare(tx, release, judgement);
      addPaths(rules, placed);
      const decision = await insertDecision({
        tx,
        subject,
        release,
        comparedReleaseId: base,
        judgement,
        rules,
        inputs: placed.map(({ id, digest }) => ({ evidenceId: id, digest })),
        now,
      });
      await appendEvent({
        tx,
        type: 'release-judged',
        at: now,
        subject,
        release,
        facts: {
          decision: decision.uid,
          verdict: judgement.verdict,
          policy: judgement.policyDigest,
          data: judgement.dataDigest,
          facts: judgement.factsDigest,
          trustPolicy: related.policyDigest,
          trust: `sha256:${sha256Hex(canonicalJson(related.trust))}`,
        },
      });
      next = await this.#askNext(tx, release, rules, now);
    } else {
      await tx('release')
        .where({ id: release.id })
        .update({ decision_id: null });
      next = await this.#askNext(tx, release, undefined, now);
    }
    await settleJudgement({ tx, release });
    const isChanged = await refreshSubject({ tx, subject, now });
    return {
      entityRef: subject.entity_ref,
      signalId: subject.uid,
      verdict: judgement?.verdict ?? 'incomplete',
      isChanged,
      next,
    };
  }

  async #compare(
    tx: Knex,
    release: ReleaseRow,
    judgement: Judgement,
  ): Promise<{ base?: number; rules: RuleResult[] }> {
    const record = await findReleaseById({ tx, id: release.id });
    const base = record && (await findBaseRelease({ tx, release: record }));
    const decision =
      base && base.decision_id !== null
        ? await findDecision({ tx, id: base.decision_id })
        : undefined;
    return {
      base: decision && base?.id,
      rules: compareRules(judgement.rules, decision?.rules),
    };
  }

  /**
   * The release after this one says what is new against it; only if that differs. When
   * all evidence is gone, it compares itself with what was before this one.
   */
  async #askNext(
    tx: Knex.Transaction,
    release: ReleaseRow,
    rules: RuleResult[] | undefined,
    now: number,
  ): Promise<number | undefined> {
    const before =
      release.decision_id === undefined
        ? undefined
        : await findDecision({ tx, id: release.decision_id });
    const isSame =
      before && rules
        ? failing(before.rules) === failing(rules)
        : before === rules;
    if (isSame) return undefined;
    const next = await findNextRelease({ tx, release });
    if (next !== undefined) {
      await askForJudgement({ tx, releaseIds: [next], now });
    }
    return next;
  }
}

function failing(rules: RuleResult[]): string {
  return JSON.stringify(
    rules
      .filter(rule => rule.status === 'violation' || rule.willFail)
      .map(({ code, hits }) => [
        code,
        hits.map(({ component, finding }) => [component, finding]),
      ]),
  );
}
