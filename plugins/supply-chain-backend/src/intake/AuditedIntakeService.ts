import { JsonObject } from '@backstage/types';
import { Audit } from '../audit/Audit';
import {
  IntakeResult,
  IntakeService,
  Placement,
  RefusalReason,
  Sender,
  Submission,
} from './types';

/** Every change of evidence, whoever asks for it, as audit events. */
export class AuditedIntakeService implements IntakeService {
  readonly #intake: IntakeService;
  readonly #audit: Audit;

  constructor(options: { intake: IntakeService; audit: Audit }) {
    this.#intake = options.intake;
    this.#audit = options.audit;
  }

  get processing(): number {
    return this.#intake.processing;
  }

  processingOf(entityRefs: ReadonlySet<string>): number {
    return this.#intake.processingOf(entityRefs);
  }

  async submit(submission: Submission): Promise<IntakeResult> {
    const meta = metaOf(submission);
    const result = await this.#audit.run(
      'evidence-submit',
      meta,
      () => this.#intake.submit(submission),
      outcomeOf,
    );
    const { uid: receipt, settled } = result;
    if (settled) {
      this.#audit
        .run('evidence-settle', { ...meta, receipt }, () => settled, outcomeOf)
        // Told by the event, and by the refusal to who polls for it
        .catch(() => {});
    }
    return result;
  }

  getReceipt(uid: string): Promise<IntakeResult | undefined> {
    return this.#intake.getReceipt(uid);
  }

  withdraw(options: Parameters<IntakeService['withdraw']>[0]): Promise<void> {
    const { evidenceUid, reason, principal } = options;
    return this.#audit.run(
      'evidence-withdraw',
      { evidence: evidenceUid, reason, principal: principal.ref },
      () => this.#intake.withdraw(options),
    );
  }

  async refuse(
    arrival: Partial<Placement> & Sender & { size?: number },
    reason: RefusalReason,
  ): Promise<Error> {
    let refused: Error | undefined;
    // A refusal is a submission that failed, in the audit log too
    await this.#audit
      .run('evidence-submit', metaOf(arrival), async () => {
        refused = await this.#intake.refuse(arrival, reason);
        throw refused;
      })
      .catch(error => {
        if (error !== refused) throw error;
      });
    return refused!;
  }
}

function outcomeOf(result: IntakeResult): JsonObject {
  const { uid, status, releaseUid, evidenceUid, reinstated } = result;
  return {
    receipt: uid,
    status,
    ...(releaseUid && { releaseId: releaseUid }),
    ...(evidenceUid && { evidence: evidenceUid }),
    ...(reinstated && { reinstated }),
  };
}

function metaOf(arrival: Partial<Placement> & Sender): JsonObject {
  const { principal, via, entityRef, version, channel, kind } = arrival;
  return {
    principal: principal.ref,
    via,
    ...(entityRef && { entityRef }),
    ...(version && { release: version }),
    ...(channel && { channel }),
    ...(kind && { kind }),
  };
}
