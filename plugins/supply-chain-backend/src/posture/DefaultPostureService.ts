import { Knex } from 'knex';
import { NotFoundError } from '@backstage/errors';
import {
  Channel,
  Decision,
  Gate,
  Posture,
  ReleasePage,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedEntity } from '../authorization';
import { Stage } from '../config/SupplyChainConfig';
import { recordGateAsk } from '../database/operations/gate/recordGateAsk';
import { compact } from '../database/operations/releases/columns';
import { findDecision } from '../database/operations/releases/findDecision';
import {
  findReleaseById,
  findReleaseByVersion,
} from '../database/operations/releases/findRelease';
import { findSubject } from '../database/operations/releases/findSubject';
import {
  countReleases,
  listReleases,
} from '../database/operations/releases/listReleases';
import { toRelease } from '../database/operations/releases/releaseColumns';
import { requireRelease } from '../database/operations/releases/requireRelease';
import { ReadingCache } from '../inventory/ReadingCache';
import { mirrorStateOf } from '../mirror/mirrorStateOf';
import { decodeCursor, encodeCursor } from '../service/cursor';
import { buildPosture } from './buildPosture';
import { fixesOf } from './fixFirst';
import { gateOf } from './gateOf';
import { modeOf, requireStage } from './modeOf';
import { PostureService } from './types';

/** Reads what judging and intake have written; knows no permissions. */
export class DefaultPostureService implements PostureService {
  readonly #database: Knex;
  readonly #cache: ReadingCache;
  readonly #stages: ReadonlyMap<string, Stage>;

  constructor(options: {
    database: Knex;
    cache: ReadingCache;
    stages: ReadonlyMap<string, Stage>;
  }) {
    this.#database = options.database;
    this.#stages = options.stages;
    this.#cache = options.cache;
  }

  async getPosture(
    { entityRef }: GrantedEntity,
    options: Parameters<PostureService['getPosture']>[1] = {},
  ): Promise<Posture> {
    const tx = this.#database;
    const now = new Date();
    const [posture, mirror] = await Promise.all([
      buildPosture({
        tx,
        cache: this.#cache,
        entityRef,
        releaseUid: options.release,
        baseUid: options.compareWith,
        namesHolds: options.namesHolds ?? false,
        now,
      }),
      mirrorStateOf({ tx, entityRef, now: now.getTime() }),
    ]);
    return compact({ ...posture, mirror });
  }

  async listReleases(
    { entityRef }: GrantedEntity,
    options: { channel?: Channel; cursor?: string; limit: number },
  ): Promise<ReleasePage> {
    const { channel, limit } = options;
    const tx = this.#database;
    const order = `releases/${channel ?? ''}`;
    const after = decodeCursor(options.cursor, order, ['number', 'number']);
    const [rows, totalItems] = await Promise.all([
      listReleases({
        tx,
        entityRef,
        channel,
        after: after && { madeAt: after[0], id: after[1] },
        limit: limit + 1,
      }),
      countReleases({ tx, entityRef, channel }),
    ]);
    const page = rows.slice(0, limit);
    const last = page[page.length - 1];
    return compact({
      items: page.map(toRelease),
      totalItems,
      nextCursor:
        rows.length > limit
          ? encodeCursor(order, [Number(last.made_at), last.id])
          : undefined,
    });
  }

  async getDecision(
    { entityRef }: GrantedEntity,
    releaseUid: string,
  ): Promise<Decision> {
    const tx = this.#database;
    const release = await requireRelease({ tx, entityRef, releaseUid });
    const { decision: summary } = toRelease(release);
    const decision =
      release.decision_id === null
        ? undefined
        : await findDecision({ tx, id: release.decision_id });
    if (!summary || !decision) {
      throw new NotFoundError('This release has not been judged yet');
    }
    const base =
      decision.comparedReleaseId === undefined
        ? undefined
        : await findReleaseById({ tx, id: decision.comparedReleaseId });
    return compact({
      summary,
      rules: decision.rules,
      inputs: decision.inputs,
      comparedWith: base && toRelease(base),
    });
  }

  async getGate(
    { entityRef }: GrantedEntity,
    options: Parameters<PostureService['getGate']>[1],
  ): Promise<Gate> {
    const tx = this.#database;
    const { stage: name } = options;
    const config = requireStage(this.#stages, name);
    const [subject, release] = await Promise.all([
      findSubject({ tx, entityRef }),
      findReleaseByVersion({
        tx,
        entityRef,
        channel: options.channel,
        version: options.release,
      }),
    ]);
    const decision =
      release && release.decision_id !== null
        ? await findDecision({ tx, id: release.decision_id })
        : undefined;
    const now = new Date();
    const waiting =
      release !== undefined && release.judge_asked > release.judge_done;
    const stage = config && name ? { name, config } : undefined;
    const shown = release && toRelease(release);
    const gate = gateOf({
      version: options.release,
      mode: subject && modeOf(subject, stage, now),
      stage: name,
      release: shown,
      waiting,
      fixFirst: fixesOf(decision?.rules ?? [], shown?.decision?.verdict).slice(
        0,
        3,
      ),
    });
    if (subject) {
      await recordGateAsk({
        tx,
        subjectId: subject.id,
        channel: options.channel,
        version: options.release,
        stage: name,
        answer: gate.answer,
        withoutEvidence: !decision && !waiting,
        principal: options.askedBy,
        now: now.getTime(),
      });
    }
    return gate;
  }
}
