import { Knex } from 'knex';
import {
  ArrivalPage,
  HealthCause,
  PipelineStatus,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedList } from '../authorization';
import { IntakeService } from '../intake/types';
import { compact } from '../database/operations/releases/columns';
import { decodeCursor, encodeCursor } from '../service/cursor';
import { pageOf } from '../service/pageOf';
import { arrivalScope } from './arrivalScope';
import { causesOf } from './causesOf';
import {
  countWaiting,
  listCollectors,
  sumStorage,
} from './operations/findStatus';
import { countArrivals, listArrivals } from './operations/listArrivals';
import { listBadPromotions } from './operations/listBadPromotions';
import { listOpenGateAsks } from './operations/listOpenGateAsks';
import { listLastGood } from './operations/listLastGood';
import { listOpenRefusals } from './operations/listOpenRefusals';
import { HealthSubject, listSubjects } from './operations/listSubjects';
import { ArrivalQuery, HealthService, MatrixQuery } from './types';

export class DefaultHealthService implements HealthService {
  readonly #database: Knex;
  readonly #intake: Pick<IntakeService, 'processingOf'>;

  constructor(options: {
    database: Knex;
    intake: Pick<IntakeService, 'processingOf'>;
  }) {
    this.#database = options.database;
    this.#intake = options.intake;
  }

  async listCauses(list: GrantedList): Promise<HealthCause[]> {
    const tx = this.#database;
    const [scope, subjects] = await Promise.all([
      arrivalScope({ tx, list }),
      this.#subjects(list),
    ]);
    const now = new Date();
    const subjectIds = subjects.map(({ id }) => id);
    const [refusals, gateAsks, promotions, lastGood] = await Promise.all([
      listOpenRefusals({ tx, scope, now }),
      listOpenGateAsks({ tx, subjectIds, now }),
      listBadPromotions({ tx, subjectIds, now }),
      listLastGood({
        tx,
        subjectIds: subjects
          .filter(({ dots }) => dots.some(dot => dot.state === 'missing'))
          .map(({ id }) => id),
      }),
    ]);
    return causesOf({ refusals, subjects, lastGood, gateAsks, promotions });
  }

  async listMatrix(list: GrantedList, query: MatrixQuery) {
    const part = query.query?.toLocaleLowerCase('en-US');
    const subjects = (await this.#subjects(list)).filter(
      subject =>
        (!query.owner?.length ||
          (subject.owner !== undefined &&
            query.owner.includes(subject.owner))) &&
        (!part ||
          subject.entityRef.includes(part) ||
          subject.title?.toLocaleLowerCase('en-US').includes(part)),
    );
    const page = pageOf({
      name: 'matrix',
      items: subjects,
      valueOf: subject => subject.entityRef,
      keyOf: subject => subject.entityRef,
      cursor: query.cursor,
      limit: query.limit,
    });
    return {
      ...page,
      items: page.items.map(({ entityRef, title, owner, version, dots }) =>
        compact({ entityRef, title, owner, version, cells: dots }),
      ),
    };
  }

  async listArrivals(
    list: GrantedList,
    query: ArrivalQuery,
  ): Promise<ArrivalPage> {
    const { cursor, limit, entity, ...filter } = query;
    const after = decodeCursor(cursor, 'arrivals', ['number', 'string']);
    const tx = this.#database;
    const scope = await arrivalScope({ tx, list });
    const which = { tx, scope, ...filter, entity: entity?.toLowerCase() };
    const [rows, totalItems] = await Promise.all([
      listArrivals({
        ...which,
        after: after && { at: after[0], uid: after[1] },
        limit: limit + 1,
      }),
      countArrivals(which),
    ]);
    const page = rows.slice(0, limit);
    const last = page[page.length - 1];
    return compact({
      items: page.map(({ arrival }) => arrival),
      totalItems,
      nextCursor:
        rows.length > limit
          ? encodeCursor('arrivals', [last.at, last.arrival.id])
          : undefined,
    });
  }

  async getStatus(list: GrantedList): Promise<PipelineStatus> {
    const tx = this.#database;
    const subjects: { id: number; entity_ref: string }[] = await tx(
      'subject',
    ).select('id', 'entity_ref');
    // A sum over everything would tell of what is hidden
    const visible = await list.visible(subjects.map(row => row.entity_ref));
    const subjectIds = subjects
      .filter(row => visible.has(row.entity_ref))
      .map(({ id }) => id);
    const [collectors, storage, waiting] = await Promise.all([
      listCollectors({ tx, subjectIds }),
      sumStorage({ tx, subjectIds }),
      countWaiting({ tx, subjectIds }),
    ]);
    const processing = this.#intake.processingOf(visible);
    return { collectors, storage, queue: { processing, ...waiting } };
  }

  async #subjects(list: GrantedList): Promise<HealthSubject[]> {
    const subjects = await listSubjects({ tx: this.#database });
    const visible = await list.visible(
      subjects.map(({ entityRef }) => entityRef),
    );
    return subjects.filter(({ entityRef }) => visible.has(entityRef));
  }
}
