// The steps of the sequences are methods, which the test below calls
/* eslint-disable jest/no-standalone-expect */
import { createHash } from 'node:crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity as CatalogEntity } from '@backstage/catalog-model';
import { HoldTarget } from '@hotpass/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import {
  DAY,
  documentOf,
  keepWorld,
  KeepWorld,
  someone,
} from '../__testUtils__/keepWorld';
import { GrantedList } from '../authorization';

jest.setTimeout(600_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const RUNS = Number(process.env.MODEL_RUNS ?? 12);
const GRACE = 7 * DAY;
const GONE = 90 * DAY;

type Entity = 'app' | 'other';

interface Step {
  do:
    | 'send'
    | 'promote'
    | 'retire'
    | 'hold'
    | 'lift'
    | 'leave'
    | 'return'
    | 'rename'
    | 'edit'
    | 'register again'
    | 'hold by query'
    | 'lengthen'
    | 'shorten'
    | 'erase'
    | 'withdraw'
    | 'wait';
  entity: Entity;
  version: number;
  document: number;
  days: number;
  change: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom<Step['do'][]>(
    ...(['send', 'send', 'send', 'wait', 'wait', 'wait', 'wait'] as const),
    ...(['promote', 'retire', 'hold', 'lift', 'leave', 'return'] as const),
    ...(['rename', 'lengthen', 'shorten', 'erase', 'withdraw'] as const),
    ...(['edit', 'edit', 'hold by query', 'register again'] as const),
  ) as unknown as fc.Arbitrary<Step['do']>,
  entity: fc.constantFrom<Entity[]>(
    'app',
    'other',
  ) as unknown as fc.Arbitrary<Entity>,
  version: fc.integer({ min: 1, max: 3 }),
  document: fc.integer({ min: 1, max: 4 }),
  days: fc.constantFrom(1, 6, 8, 40, 100),
  change: fc.boolean(),
});

/** What was promised for a piece of evidence, as the model understands the rules. */
interface Promise_ {
  name: string;
  from: number;
  days: number;
}

/** Plain data and no SQL: written from the words, not from the code. */
interface Piece {
  uid: string;
  entity: Entity;
  version: string;
  document: number;
  channel: 'release' | 'change';
  promises: Promise_[];
  withdrawn: boolean;
  /** Since when runs have found it due, without a break. */
  dueSince?: number;
  state: 'kept' | 'deleted';
}

interface Definition {
  name: string;
  days: number;
  instead: boolean;
  matches(piece: Piece, lifecycle: Map<Entity, string>): boolean;
}

/** What the author of an entity writes, and who registered it. */
interface Written {
  owner: 'red' | 'blue';
  tags: string[];
  labels: Record<string, string>;
  uid: number;
}

/** A hold as the model understands it: a query once matched stays matched. */
interface ModelHold {
  uid: string;
  entity?: Entity;
  version?: string;
  document?: number;
  query?: { asks: Query; covers: Set<Entity> };
}

interface Query {
  target: NonNullable<HoldTarget['query']>;
  channel?: string;
  matches(entity: Entity, model: Model): boolean;
}

const QUERIES: Query[] = [
  {
    target: { owner: 'group:default/red' },
    matches: (entity, { written }) => written.get(entity)!.owner === 'red',
  },
  {
    target: { tags: ['pii'], channel: 'release' },
    channel: 'release',
    matches: (entity, { written }) => written.get(entity)!.tags.includes('pii'),
  },
  {
    target: { entities: 'component:*/a*', lifecycle: 'production' },
    matches: (entity, { lifecycle }) =>
      entity === 'app' && lifecycle.get(entity) === 'production',
  },
  {
    target: { type: 'service', labels: { tier: 'one' } },
    matches: (entity, { written }) =>
      written.get(entity)!.labels.tier === 'one',
  },
];

class Model {
  now = Date.parse('2027-01-01T00:00:00Z');
  pieces: Piece[] = [];
  made = new Map<string, number>();
  promoted = new Set<string>();
  gone = new Map<Entity, number>();
  lifecycle = new Map<Entity, string>([
    ['app', 'production'],
    ['other', 'production'],
  ]);
  written = new Map<Entity, Written>(
    (['app', 'other'] as const).map(entity => [
      entity,
      { owner: 'red', tags: [], labels: {}, uid: 1 },
    ]),
  );
  holds: ModelHold[] = [];
  /** How often the ledger must tell of it. */
  told = {
    'entity-registered': 2,
    'entity-removed': 0,
    'entity-returned': 0,
    'entity-owner-changed': 0,
    'hold-extended': 0,
  };
  /** Days of the default, of class `changes`, of class `product`. */
  days = { default: 60, changes: 20, product: 120 };
  configured = { ...this.days };
  erased = new Set<number>();

  classes(): Definition[] {
    return [
      {
        name: 'changes',
        days: this.days.changes,
        instead: true,
        matches: ({ channel }) => channel === 'change',
      },
      {
        name: 'product',
        days: this.days.product,
        instead: false,
        matches: ({ entity }, lifecycle) =>
          lifecycle.get(entity) === 'production' && entity === 'other',
      },
    ];
  }

  keyOf({
    entity,
    channel,
    version,
  }: Pick<Piece, 'entity' | 'channel' | 'version'>) {
    return `${entity}/${channel}/${version}`;
  }

  obligations(piece: Piece): { name: string; days: number }[] {
    const own = this.classes().filter(one =>
      one.matches(piece, this.lifecycle),
    );
    return own.some(({ instead }) => instead)
      ? own
      : [{ name: 'default', days: this.days.default }, ...own];
  }

  /** What a run adds. */
  grow(): void {
    for (const piece of this.alive()) {
      for (const { name, days } of this.obligations(piece)) {
        const known = piece.promises.find(one => one.name === name);
        if (!known) {
          const from = Math.max(...piece.promises.map(one => one.from));
          piece.promises.push({ name, days, from });
        } else known.days = Math.max(known.days, days);
      }
    }
  }

  alive(): Piece[] {
    return this.pieces.filter(({ state }) => state === 'kept');
  }

  isLive(piece: Piece): boolean {
    if (this.promoted.has(this.keyOf(piece))) return true;
    const gone = this.gone.get(piece.entity);
    if (gone !== undefined && gone <= this.now - GONE) return false;
    const counting = this.alive().filter(
      other =>
        other.entity === piece.entity &&
        other.channel === 'release' &&
        !other.withdrawn,
    );
    const newest = counting.reduce<Piece | undefined>(
      (best, other) =>
        !best || this.madeAt(other) > this.madeAt(best) ? other : best,
      undefined,
    );
    return (
      piece.channel === 'release' &&
      newest !== undefined &&
      newest.version === piece.version
    );
  }

  madeAt(piece: Piece): number {
    return this.made.get(this.keyOf(piece))!;
  }

  isHeld(piece: Piece): boolean {
    return this.holds.some(hold => {
      if (hold.query) {
        const { asks, covers } = hold.query;
        const { channel = piece.channel } = asks;
        return covers.has(piece.entity) && channel === piece.channel;
      }
      return hold.document === undefined
        ? hold.entity === piece.entity &&
            (hold.version === undefined || hold.version === piece.version)
        : this.alive().some(
            other =>
              other.document === hold.document &&
              this.keyOf(other) === this.keyOf(piece),
          );
    });
  }

  /** The catalog was written: holds by query only ever get more. */
  extend(): void {
    for (const { query } of this.holds) {
      for (const entity of ['app', 'other'] as const) {
        if (!query || this.gone.has(entity) || query.covers.has(entity)) {
          continue;
        }
        if (!query.asks.matches(entity, this)) continue;
        query.covers.add(entity);
        this.told['hold-extended'] += 1;
      }
    }
  }

  isDue(piece: Piece): boolean {
    const until = Math.max(
      ...piece.promises.map(({ from, days }) => from + days * DAY),
    );
    return until <= this.now && !this.isLive(piece) && !this.isHeld(piece);
  }
}

/** The model and the real thing, side by side. */
class Pair {
  readonly model = new Model();
  readonly world: KeepWorld;

  constructor(world: KeepWorld) {
    this.world = world;
    jest.spyOn(Date, 'now').mockImplementation(() => this.model.now);
    const { catalog } = world;
    jest
      .spyOn(catalog, 'getEntityByRef')
      .mockImplementation(async ref => this.entity(String(ref)));
    jest.spyOn(catalog, 'queryEntities').mockImplementation(async () => {
      const items = ['app', 'other'].flatMap(
        name => this.entity(`component:default/${name}`) ?? [],
      );
      return { items, totalItems: items.length, pageInfo: {} };
    });
    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockImplementation(async ({ entityRefs }) => ({
        items: entityRefs.map(ref => this.entity(ref)),
      }));
  }

  /** As the catalog answers it; nothing of one that is gone. */
  entity(ref: string): CatalogEntity | undefined {
    const name = ref.slice(ref.indexOf('/') + 1) as Entity;
    const { written, lifecycle, gone } = this.model;
    const own = written.get(name);
    if (!own || gone.has(name)) return undefined;
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        namespace: 'default',
        uid: `uid-${own.uid}`,
        tags: own.tags,
        labels: own.labels,
      },
      spec: { type: 'service', lifecycle: lifecycle.get(name) },
      relations: [{ type: 'ownedBy', targetRef: `group:default/${own.owner}` }],
    };
  }

  /** The catalog was written, and the portal looks. */
  async sync(): Promise<void> {
    this.model.extend();
    await this.world.sync.run();
    await this.world.queue.judgeAll();
  }

  config() {
    const { configured } = this.model;
    return {
      default: { days: configured.default },
      classes: [
        {
          name: 'changes',
          match: { channels: ['change'] },
          minimum: { days: configured.changes },
          insteadOfDefault: true,
        },
        {
          name: 'product',
          match: { entities: { name: 'other', lifecycle: 'production' } },
          minimum: { days: configured.product },
        },
      ],
      run: { interval: { days: 365 }, alarm: { atLeast: 1e6 }, rate: 1e9 },
    };
  }

  async perform(step_: Step): Promise<void> {
    const { model, world } = this;
    const { entity, document } = step_;
    const version = `${step_.version}.0`;
    const channel = step_.change ? 'change' : 'release';
    const key = model.keyOf({ entity, channel, version });
    const entityRef = `component:default/${entity}`;
    model.now += 1000;
    switch (step_.do) {
      case 'send':
        await this.send(entity, version, document, channel);
        break;
      case 'promote':
        if (!model.made.has(key)) break;
        await world.promotions.record({
          entityRef,
          version,
          channel,
          stage: 'production',
          principal: someone('ci'),
        });
        model.promoted.add(key);
        break;
      case 'retire':
        if (!model.promoted.delete(key)) break;
        await world.retirements.record({
          entityRef,
          version,
          channel,
          principal: someone('ci'),
        });
        break;
      case 'hold':
        await this.hold(step_);
        break;
      case 'lift': {
        const hold = model.holds.shift();
        if (!hold) break;
        const principal = someone('other');
        await world.holds.lift({ uid: hold.uid, reason: 'over', principal });
        break;
      }
      case 'leave':
        if (model.gone.has(entity)) break;
        model.gone.set(entity, model.now);
        model.told['entity-removed'] += 1;
        await this.sync();
        break;
      case 'return':
        if (!model.gone.delete(entity)) break;
        model.told['entity-returned'] += 1;
        await this.sync();
        break;
      case 'rename': {
        const next =
          model.lifecycle.get(entity) === 'production'
            ? 'retired'
            : 'production';
        if (model.gone.has(entity)) break;
        model.lifecycle.set(entity, next);
        await this.sync();
        break;
      }
      case 'edit':
        await this.edit(step_);
        break;
      case 'register again': {
        // Under the same ref, by somebody else, whom the hold must not care about
        if (model.gone.has(entity)) break;
        model.written.get(entity)!.uid += 1;
        await this.edit({ ...step_, days: 8 });
        break;
      }
      case 'hold by query':
        await this.holdByQuery(step_);
        break;
      case 'lengthen':
        this.lengthen(step_);
        break;
      case 'shorten':
        await this.shorten(step_);
        break;
      case 'erase':
        await this.erase(document);
        break;
      case 'withdraw':
        await this.withdraw(step_);
        break;
      default:
        model.now += step_.days * DAY;
    }
    await this.run();
    await this.compare();
  }

  async edit({ entity, days }: Step): Promise<void> {
    const { model } = this;
    if (model.gone.has(entity)) return;
    const own = model.written.get(entity)!;
    if (days < 10) {
      own.owner = own.owner === 'red' ? 'blue' : 'red';
      model.told['entity-owner-changed'] += 1;
    } else if (days < 50) own.tags = own.tags.length > 0 ? [] : ['pii', 'a'];
    else own.labels = own.labels.tier === 'one' ? {} : { tier: 'one' };
    await this.sync();
  }

  async holdByQuery({ document }: Step): Promise<void> {
    const { model, world } = this;
    const asks = QUERIES[document - 1];
    const target = { query: asks.target };
    // Of one that is gone, what the catalog said last
    const covers = new Set(
      (['app', 'other'] as const).filter(one => asks.matches(one, model)),
    );
    const seeAll = { hidden: async () => new Set() } as unknown as GrantedList;
    const preview = await world.holds.preview(seeAll, { target });
    expect(preview.entities.map(({ entityRef }) => entityRef)).toEqual(
      [...covers].map(one => `component:default/${one}`),
    );
    const { id: uid, covers: placed } = await world.holds.place({
      target,
      reason: 'model',
      reference: 'M-2',
      reviewAt: new Date(model.now + DAY),
      principal: someone('legal'),
    });
    expect(placed).toEqual(preview.covers);
    model.holds.push({ uid, query: { asks, covers } });
    const held = model
      .alive()
      .filter(
        ({ entity, channel }) =>
          covers.has(entity) && channel === (asks.channel ?? channel),
      );
    expect(placed.evidence).toBe(held.length);
  }

  async send(
    entity: Entity,
    version: string,
    document: number,
    channel: 'release' | 'change',
  ): Promise<void> {
    const { model, world } = this;
    // The intake takes evidence of entities in the catalog only, and brings them back
    if (model.gone.has(entity)) return;
    const sent = world.send(entity, version, document, channel);
    const isErased =
      model.erased.has(document) &&
      !this.find(entity, version, document, channel);
    if (isErased) {
      await expect(sent).rejects.toThrow('erased');
      return;
    }
    const known = this.find(entity, version, document, channel);
    if (known?.withdrawn) {
      await expect(sent).rejects.toThrow('withdrawn');
      return;
    }
    const { evidenceUid } = await sent;
    const key = model.keyOf({ entity, channel, version });
    if (!model.made.has(key)) model.made.set(key, model.now);
    const piece: Piece = known ?? {
      uid: evidenceUid!,
      entity,
      version,
      document,
      channel,
      promises: [],
      withdrawn: false,
      state: 'kept',
    };
    if (!known) {
      piece.promises = model
        .obligations(piece)
        .map(({ name, days }) => ({ name, days, from: model.now }));
      model.pieces.push(piece);
    }
    for (const promise of piece.promises) promise.from = model.now;
    piece.dueSince = undefined;
  }

  find(entity: Entity, version: string, document: number, channel: string) {
    return this.model
      .alive()
      .find(
        piece =>
          piece.entity === entity &&
          piece.version === version &&
          piece.document === document &&
          piece.channel === channel,
      );
  }

  async hold({ entity, version, document, days, change }: Step): Promise<void> {
    const { model, world } = this;
    const known = model.pieces.some(piece => piece.entity === entity);
    if (!known) return;
    const byDigest = change && days < 50;
    const digest = createHash('sha256')
      .update(documentOf(document))
      .digest('hex');
    const releases = await world
      .knex('release as r')
      .join('subject as s', 's.id', 'r.subject_id')
      .where({
        's.name': entity,
        'r.version': `${version}.0`,
        channel: 'release',
      })
      .select('r.uid');
    const release = !byDigest && change ? releases[0] : undefined;
    const named = release
      ? { releaseId: release.uid }
      : { entityRef: `component:default/${entity}` };
    const target = byDigest ? { digest: `sha256:${digest}` } : named;
    const { id: uid } = await world.holds.place({
      target,
      reason: 'model',
      reference: 'M-1',
      reviewAt: new Date(model.now + DAY),
      principal: someone('legal'),
    });
    if (byDigest) model.holds.push({ uid, entity, document });
    else if (release) {
      // A release is one channel's; the model names it by channel, too
      model.holds.push({ uid, entity, version: `${version}.0` });
      const last = model.holds[model.holds.length - 1] as { channel?: string };
      last.channel = 'release';
    } else model.holds.push({ uid, entity });
  }

  lengthen({ document, days }: Step): void {
    const name = (['default', 'changes', 'product'] as const)[document % 3];
    const { model } = this;
    const next = model.days[name] + days;
    model.configured[name] = next;
    model.days[name] = next;
  }

  async shorten({ document, days }: Step): Promise<void> {
    const name = (['default', 'changes', 'product'] as const)[document % 3];
    const { model, world } = this;
    const next = Math.max(1, model.days[name] - days);
    if (next === model.days[name]) return;
    model.configured[name] = next;
    // The config alone changes nothing
    await this.run();
    await this.compare();
    if (document === 4) return;
    const { proposals } = world.withConfig(this.config());
    const see = async (refs: readonly string[]) => new Set(refs);
    const order = { class: name, reason: 'model' };
    const proposal = await proposals.propose(
      { ...order, principal: someone('one') },
      see,
    );
    const decide = (who: string) =>
      proposals.approve(
        { uid: proposal.id, reason: 'model', principal: someone(who) },
        see,
      );
    await expect(decide('one')).rejects.toThrow('Another person');
    const before = model.alive().filter(piece => model.isDue(piece));
    model.grow();
    model.days[name] = next;
    for (const piece of model.alive()) {
      for (const promise of piece.promises) {
        if (promise.name === name) promise.days = next;
      }
    }
    const released = model
      .alive()
      .filter(piece => model.isDue(piece) && !before.includes(piece));
    expect(proposal.preview!.released.evidence).toBe(released.length);
    const approved = await decide('two');
    expect(approved.preview!.released.evidence).toBe(released.length);
  }

  async erase(document: number): Promise<void> {
    const { model, world } = this;
    const digest = `sha256:${createHash('sha256')
      .update(documentOf(document))
      .digest('hex')}`;
    const own = model.alive().filter(piece => piece.document === document);
    const asked = world.erasures.request({
      digest,
      legalBasis: 'GDPR 17',
      reason: 'model',
      principal: someone('one'),
    });
    if (own.length === 0) {
      await expect(asked).rejects.toThrow('No evidence');
      return;
    }
    const { id: uid } = await asked;
    const done = world.erasures.approve({
      uid,
      reason: 'model',
      principal: someone('two'),
    });
    if (own.some(piece => model.isHeld(piece))) {
      await expect(done).rejects.toThrow('hold');
      const principal = someone('two');
      await world.erasures.reject({ uid, reason: 'model', principal });
      return;
    }
    await done;
    for (const piece of own) piece.state = 'deleted';
    model.erased.add(document);
  }

  async withdraw({ entity, version, document, change }: Step): Promise<void> {
    const channel = change ? 'change' : 'release';
    const piece = this.find(entity, `${version}.0`, document, channel);
    if (!piece || piece.withdrawn) return;
    await this.world.intake.withdraw({
      evidenceUid: piece.uid,
      reason: 'model',
      principal: someone('one'),
    });
    piece.withdrawn = true;
  }

  async run(): Promise<void> {
    const { model, world } = this;
    const due = () => model.alive().filter(piece => model.isDue(piece));
    model.grow();
    await world.withConfig(this.config()).task.run();
    // Two phases: what was found due a grace period ago, and ever since, goes
    const now = due();
    const ripe = now.filter(
      ({ dueSince }) => dueSince !== undefined && dueSince + GRACE <= model.now,
    );
    for (const piece of ripe) piece.state = 'deleted';
    // Deleting the last of a release that counts may end what is newest
    for (const piece of model.alive()) {
      const isDue = now.includes(piece);
      if (!isDue) piece.dueSince = undefined;
      else piece.dueSince ??= model.now;
    }
  }

  /** Exactly what the model keeps is there, and nothing else, in rows and in files. */
  async compare(): Promise<void> {
    const { model, world } = this;
    const { knex, store } = world;
    const rows = await knex('evidence').orderBy('uid');
    const kept = model.alive().map(({ uid }) => uid);
    expect(rows.map(({ uid }) => uid).sort()).toEqual(kept.sort());
    const marked = model
      .alive()
      .filter(({ dueSince }) => dueSince !== undefined)
      .map(({ uid }) => uid);
    expect(
      rows.filter(row => row.marked_at !== null).map(({ uid }) => uid),
    ).toEqual(marked.sort());
    const digests = [...new Set(rows.map(({ sha256 }) => sha256))].sort();
    const artifacts = await knex('artifact').orderBy('sha256');
    expect(artifacts.map(({ sha256 }) => sha256)).toEqual(digests);
    const files: string[] = [];
    for await (const { sha256 } of store.list()) files.push(sha256!);
    expect(files.sort()).toEqual(digests);
    const dead = model.pieces.filter(({ state }) => state === 'deleted');
    const tombstones = await knex('tombstone').orderBy('evidence_uid');
    expect(tombstones.map(row => row.evidence_uid)).toEqual(
      dead.map(({ uid }) => uid).sort(),
    );
    expect(tombstones.every(row => row.journalled_at !== null)).toBe(true);
    const events = await knex('event').whereIn('type', [
      'evidence-deleted',
      'evidence-erased',
    ]);
    expect(events).toHaveLength(dead.length);
    const told = await knex('event')
      .whereIn('type', Object.keys(model.told))
      .pluck('type');
    expect(told.sort()).toEqual(
      Object.entries(model.told)
        .flatMap(([type, times]) => Array<string>(times).fill(type))
        .sort(),
    );
    for (const { uid, query } of model.holds) {
      if (!query) continue;
      const names = await knex('hold_cover as c')
        .join('hold as h', 'h.id', 'c.hold_id')
        .join('subject as s', 's.id', 'c.subject_id')
        .where('h.uid', uid)
        .pluck('s.name');
      expect(names.sort()).toEqual([...query.covers].sort());
    }
    const readings = await knex('reading').distinct('sha256');
    expect(readings.map(({ sha256 }) => sha256).sort()).toEqual(digests);
  }
}

it.each(databases.eachSupportedId())(
  'no sequence deletes what is held, live or promised, nor keeps what is not, on %p',
  async id => {
    const knex = await databases.init(id);
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 20, maxLength: 60 }),
        async steps => {
          await empty(knex);
          const pair = new Pair(await keepWorld({ knex }));
          const { sync } = pair.world;
          await sync.find('component:default/app');
          await sync.find('component:default/other');
          // What is configured is effective from the first run on
          await pair.run();
          for (const one of steps) await pair.perform(one);
          // However it went: once nothing keeps anything, everything goes
          for (const { uid } of pair.model.holds) {
            const principal = someone('other');
            await pair.world.holds.lift({ uid, reason: 'over', principal });
          }
          pair.model.holds = [];
          for (const key of [...pair.model.promoted]) {
            const [entity, channel, version] = key.split('/');
            await pair.perform({
              do: 'retire',
              entity: entity as Entity,
              version: Number(version.split('.')[0]),
              change: channel === 'change',
              document: 1,
              days: 1,
            });
          }
          for (const entity of ['app', 'other'] as const) {
            const last = { entity, version: 1, document: 1, change: false };
            await pair.perform({ ...last, do: 'leave', days: 1 });
          }
          for (let i = 0; i < 16; i += 1) {
            const last = { version: 1, document: 1, change: false };
            const entity = 'app' as const;
            await pair.perform({ ...last, entity, do: 'wait', days: 300 });
          }
          expect(await knex('evidence')).toEqual([]);
          expect(await knex('artifact')).toEqual([]);
        },
      ),
      {
        numRuns: RUNS,
        endOnFailure: true,
        seed: Number(process.env.MODEL_SEED ?? Date.now() % 1e6),
      },
    );
  },
);

async function empty(knex: KeepWorld['knex']): Promise<void> {
  const tables = await knex.schema.hasTable('evidence');
  if (!tables) return;
  for (const table of [
    'hold_cover',
    'hold',
    'erasure',
    'tombstone',
    'retention_alarm',
    'retention_run',
    'retention_proposal',
    'retention_class',
    'retention_promise',
    'retirement',
    'promotion',
    'withdrawal',
    'finding_source',
    'finding',
    'decision',
    'event',
    'receipt',
    'evidence',
    'current_component',
    'stream',
    'component_set',
    'advisory',
    'reading',
    'artifact',
    'output',
    'release',
    'refusal',
    'gate_ask',
    'collector_state',
    'subject',
  ]) {
    await knex(table).delete();
  }
  await knex('retention_state').update({
    clock_mark: null,
    lease_by: null,
    lease_until: null,
  });
}
