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

  submit(submission: Submission): Promise<IntakeResult> {
    return this.#audit.run(
      'evidence-submit',
      metaOf(submission),
      () => this.#intake.submit(submission),
      ({ uid, status, releaseUid, evidenceUid }) => ({
        receipt: uid,
        status,
        ...(releaseUid && { releaseId: releaseUid }),
        ...(evidenceUid && { evidence: evidenceUid }),
      }),
    );
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
