import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { EvidenceWorkers } from '@hotpass/supply-chain-evidence';
import { Audit } from '../audit/Audit';
import { SupplyChainConfig } from '../config/SupplyChainConfig';
import { receive, Received } from '../intake/receive';
import { Refusal, RefusedError } from '../intake/RefusedError';
import { IntakeService, Sender } from '../intake/types';
import { SubjectRow, toRows } from '../database/rows';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { fit } from '../database/text';
import { FoundFile, LeftFile, readFiles } from './readFiles';
import { resolveInside } from './resolveInside';

const SENDER: Sender = {
  principal: { type: 'service', ref: 'collector' },
  via: 'collector',
};

type CollectorOutcome = 'unchanged' | 'collected' | 'refused' | 'failed';

interface CollectorState {
  subject_id: number;
  location: string;
  etag?: string | null;
}

/**
 * Fetches evidence that lies in repositories: `<version>/<file>` below the entity's
 * evidence location, or an SBOM whose root names the version. The annotation's author
 * only points inside the entity's own source; what points elsewhere is refused, visibly.
 */
export class EvidenceCollector {
  readonly #database: SupplyChainDatabase;
  readonly #reader: UrlReaderService;
  readonly #intake: IntakeService;
  readonly #workers: EvidenceWorkers;
  readonly #temporary: string;
  readonly #limits: SupplyChainConfig['limits'];
  readonly #audit: Audit;
  readonly #logger: LoggerService;

  constructor(options: {
    database: SupplyChainDatabase;
    reader: UrlReaderService;
    intake: IntakeService;
    workers: EvidenceWorkers;
    /** Folder for files that are looked at before they are sent. */
    temporary: string;
    config: Pick<SupplyChainConfig, 'limits'>;
    audit: Audit;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#reader = options.reader;
    this.#intake = options.intake;
    this.#workers = options.workers;
    this.#temporary = options.temporary;
    this.#limits = options.config.limits;
    this.#audit = options.audit;
    this.#logger = options.logger;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const tx = this.#database.knex;
    const subjects = toRows<SubjectRow>(
      await tx('subject as s')
        .leftJoin('collector_state as c', 'c.subject_id', 's.id')
        .whereNotNull('s.evidence_location')
        .whereNull('s.gone_at')
        .where('s.in_scope', true)
        // Who waited longest: a turn may end before everyone had theirs
        .orderByRaw('coalesce(c.last_run_at, 0), s.id')
        .select('s.*'),
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
      await this.#note(subject, location, 'refused', {
        message: target.problem,
      });
      return;
    }
    await this.#audit
      .run(
        'evidence-collect',
        { entityRef: subject.entity_ref, location: target.url },
        () => this.#fetch(subject, target.url, state, signal),
        outcome => ({ outcome }),
      )
      .catch(async error => {
        this.#logger.warn(
          `Evidence of '${subject.entity_ref}' was not collected: ${error}`,
        );
        await this.#note(subject, target.url, 'failed', {
          message: (error as Error).message,
          etag: sameEtag(state, target.url),
        });
      });
  }

  async #fetch(
    subject: SubjectRow,
    url: string,
    state: CollectorState | undefined,
    signal?: AbortSignal,
  ): Promise<CollectorOutcome> {
    const known = sameEtag(state, url);
    const found = await readFiles({
      reader: this.#reader,
      url,
      maxBytes: this.#limits.maxBytes,
      etag: known,
      signal,
    });
    if (!found) {
      await this.#note(subject, url, 'unchanged', { etag: known });
      return 'unchanged';
    }
    const problems: string[] = [];
    for (const file of found.left) {
      const { message } = await this.#leave(subject, file);
      problems.push(`${file.path}: ${message}`);
    }
    let passing = false;
    for (const file of found.files) {
      if (signal?.aborted) return 'failed';
      const problem = await this.#submit(subject, file);
      if (!problem) continue;
      problems.push(`${file.path}: ${problem.message}`);
      passing ||= problem.passing;
    }
    let outcome: CollectorOutcome = 'collected';
    if (passing) outcome = 'failed';
    else if (problems.length > 0) outcome = 'refused';
    await this.#note(subject, url, outcome, {
      message: problems[0] ?? `${found.files.length} files`,
      // What failed for a passing reason is fetched again; a refusal is final
      etag: passing ? undefined : found.etag,
    });
    return outcome;
  }

  async #submit(
    subject: SubjectRow,
    file: FoundFile,
  ): Promise<{ message: string; passing: boolean } | undefined> {
    const { version, fileName } = placeOf(file.path);
    const arrival = { ...SENDER, entityRef: subject.entity_ref, fileName };
    try {
      const body = await file.open();
      if (version === undefined) await this.#submitRoot(arrival, file, body);
      else await this.#intake.submit({ ...arrival, version, body });
      return undefined;
    } catch (error) {
      const { message, statusCode } = error as RefusedError;
      const final = error instanceof RefusedError && isFinal(statusCode);
      return { message, passing: !final };
    }
  }

  /** A file in no folder: an SBOM may name the version itself. */
  async #submitRoot(
    arrival: Sender & { entityRef: string; fileName: string },
    file: FoundFile,
    body: Readable,
  ): Promise<void> {
    const { path } = await this.#spool(arrival, body);
    try {
      const version = await this.#rootVersion(arrival.fileName, path);
      if (version === undefined) {
        throw await this.#intake.refuse(arrival, {
          code: 'version-unknown',
          status: 400,
          reason: `'${file.path}' lies in no folder named for its release, and names no version itself.`,
          remedy: 'Put it into <evidence location>/<version>/.',
        });
      }
      await this.#intake.submit({
        ...arrival,
        version,
        body: createReadStream(path),
      });
    } finally {
      await rm(path, { force: true });
    }
  }

  async #spool(
    arrival: Sender & { entityRef: string },
    body: Readable,
  ): Promise<Received> {
    try {
      return await receive({
        body,
        directory: this.#temporary,
        maxBytes: this.#limits.maxBytes,
        idleTimeoutMs: this.#limits.bodyIdleTimeoutMs,
      });
    } catch (error) {
      body.destroy();
      if (!(error instanceof Refusal)) throw error;
      throw await this.#intake.refuse(arrival, error.why);
    }
  }

  /** The version an SBOM gives its root; what cannot be read is refused by the intake. */
  async #rootVersion(
    fileName: string,
    path: string,
  ): Promise<string | undefined> {
    try {
      const { fragment } = await this.#workers.read(path, { fileName });
      if (fragment.recognised.kind !== 'sbom') return undefined;
      return fragment.sbom?.root?.version ?? fragment.header?.root?.version;
    } catch (error) {
      if ((error as Error).name === 'EvidenceError') return undefined;
      throw error;
    }
  }

  async #leave(subject: SubjectRow, file: LeftFile): Promise<Error> {
    const { path, size, because } = file;
    const { maxBytes } = this.#limits;
    const arrival = { ...SENDER, entityRef: subject.entity_ref, size };
    return this.#intake.refuse(
      { ...arrival, ...placeOf(path) },
      because === 'file'
        ? {
            code: 'too-large',
            status: 413,
            reason: `The document is larger than ${maxBytes} bytes.`,
            remedy: 'Split it, or raise supplyChain.limits.maxBytes.',
          }
        : {
            code: 'location-too-large',
            status: 413,
            reason: 'There is more at the location than is collected at once.',
            remedy:
              'Keep fewer releases there, or send them with `supply-chain push`.',
          },
    );
  }

  async #note(
    subject: SubjectRow,
    location: string,
    outcome: CollectorOutcome,
    found: { message?: string; etag?: string },
  ): Promise<void> {
    const now = Date.now();
    const { message, etag } = found;
    const row = {
      location: fit(location, 2000),
      outcome,
      message: message === undefined ? null : fit(message, 1000),
      etag: etag === undefined ? null : fit(etag, 500),
      last_run_at: now,
      ...(outcome !== 'unchanged' && { last_change_at: now }),
    };
    await this.#database
      .knex('collector_state')
      .insert({ subject_id: subject.id, ...row })
      .onConflict('subject_id')
      .merge(row);
  }
}

/** `<version>/…/<file>`, or a file in no folder. */
function placeOf(path: string): { version?: string; fileName: string } {
  const parts = path.split('/').filter(part => part !== '');
  const fileName = parts.at(-1) ?? path;
  return parts.length > 1 ? { version: parts[0], fileName } : { fileName };
}

/** An etag speaks of the place it came from alone. */
function sameEtag(
  state: CollectorState | undefined,
  location: string,
): string | undefined {
  return state?.location === location ? state.etag ?? undefined : undefined;
}

function isFinal(status: number): boolean {
  return status < 500 && ![408, 429, 499].includes(status);
}
