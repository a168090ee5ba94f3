import { Readable } from 'node:stream';
import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { RefusedError } from '../intake/RefusedError';
import { IntakeService, Sender } from '../intake/types';
import { SubjectRow, toRows } from '../database/rows';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { fit } from '../database/text';
import { resolveInside } from './resolveInside';

const SENDER: Sender = {
  principal: { type: 'service', ref: 'collector' },
  via: 'collector',
};

interface CollectorState {
  subject_id: number;
  etag?: string | null;
}

/**
 * Fetches evidence that lies in repositories: `<version>/<file>` below the entity's
 * evidence location. The annotation's author only points inside the entity's own
 * source; what points elsewhere is refused, visibly.
 */
export class EvidenceCollector {
  readonly #database: SupplyChainDatabase;
  readonly #reader: UrlReaderService;
  readonly #intake: IntakeService;
  readonly #logger: LoggerService;

  constructor(options: {
    database: SupplyChainDatabase;
    reader: UrlReaderService;
    intake: IntakeService;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#reader = options.reader;
    this.#intake = options.intake;
    this.#logger = options.logger;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const tx = this.#database.knex;
    const subjects = toRows<SubjectRow>(
      await tx('subject')
        .whereNotNull('evidence_location')
        .whereNull('gone_at')
        .where({ in_scope: true })
        .orderBy('id'),
    );
    for (const subject of subjects) {
      if (signal?.aborted) return;
      await this.#collect(subject, signal);
    }
  }

  async #collect(subject: SubjectRow, signal?: AbortSignal): Promise<void> {
    const location = subject.evidence_location!;
    const state: CollectorState | undefined = await this.#database
      .knex('collector_state')
      .where({ subject_id: subject.id })
      .first();
    const target = resolveInside(subject.source_location, location);
    if ('problem' in target) {
      await this.#note(subject, location, 'refused', target.problem);
      return;
    }
    try {
      const tree = await this.#reader.readTree(target.url, {
        etag: state?.etag ?? undefined,
        signal,
      });
      const problems: string[] = [];
      let count = 0;
      for (const file of await tree.files()) {
        const problem = await this.#submit(
          subject,
          file.path,
          await file.content(),
        );
        if (problem) problems.push(`${file.path}: ${problem}`);
        count += 1;
      }
      await this.#note(
        subject,
        location,
        problems.length > 0 ? 'refused' : 'collected',
        problems[0] ?? `${count} files`,
        tree.etag,
      );
    } catch (error) {
      if ((error as Error).name === 'NotModifiedError') {
        await this.#note(subject, location, 'unchanged');
        return;
      }
      this.#logger.warn(
        `Evidence of '${subject.entity_ref}' was not collected: ${error}`,
      );
      await this.#note(subject, location, 'failed', (error as Error).message);
    }
  }

  async #submit(
    subject: SubjectRow,
    path: string,
    content: Buffer,
  ): Promise<string | undefined> {
    const [version, ...rest] = path.split('/').filter(part => part !== '');
    const fileName = rest.at(-1) ?? version;
    const arrival = { ...SENDER, entityRef: subject.entity_ref, fileName };
    try {
      if (rest.length === 0) {
        throw await this.#intake.refuse(arrival, {
          code: 'version-unknown',
          status: 400,
          reason: `'${path}' lies in no folder named for its release.`,
          remedy: 'Put it into <evidence location>/<version>/.',
        });
      }
      await this.#intake.submit({
        ...arrival,
        version,
        body: Readable.from([content]),
      });
      return undefined;
    } catch (error) {
      if (error instanceof RefusedError) return error.message;
      throw error;
    }
  }

  async #note(
    subject: SubjectRow,
    location: string,
    outcome: 'unchanged' | 'collected' | 'refused' | 'failed',
    message?: string,
    etag?: string,
  ): Promise<void> {
    const now = Date.now();
    const row = {
      location,
      outcome,
      message: message === undefined ? null : fit(message, 1000),
      last_run_at: now,
      ...(etag !== undefined && { etag: fit(etag, 500), last_change_at: now }),
    };
    await this.#database
      .knex('collector_state')
      .insert({ subject_id: subject.id, ...row })
      .onConflict('subject_id')
      .merge(row);
  }
}
