import { AuditorService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/** What happens to evidence, as the audit log calls it. */
export type AuditedAction =
  | 'evidence-submit'
  /** How a submission ended that was answered before that. */
  | 'evidence-settle'
  | 'evidence-withdraw'
  | 'evidence-download'
  | 'evidence-collect'
  | 'release-promote'
  | 'trust-policy-change'
  | 'trust-hold'
  | 'trust-confirm'
  | 'release-retire'
  | 'evidence-erase-request'
  | 'evidence-erase'
  | 'evidence-erase-reject'
  | 'hold-preview'
  | 'hold-place'
  | 'hold-review'
  | 'hold-lift'
  | 'retention-propose'
  | 'retention-approve'
  | 'retention-reject'
  | 'retention-alarm-confirm'
  | 'retention-run'
  | 'artifact-restore'
  /** Pages of an entity's evidence were published, or could not be. */
  | 'evidence-publish';

const SEVERITY = {
  'evidence-submit': 'medium',
  'evidence-settle': 'medium',
  'evidence-withdraw': 'medium',
  'evidence-download': 'low',
  'evidence-collect': 'low',
  'release-promote': 'medium',
  'trust-policy-change': 'high',
  'trust-hold': 'high',
  'trust-confirm': 'high',
  'release-retire': 'medium',
  'evidence-erase-request': 'high',
  'evidence-erase': 'critical',
  'evidence-erase-reject': 'medium',
  'hold-preview': 'low',
  'hold-place': 'high',
  'hold-review': 'low',
  'hold-lift': 'high',
  'retention-propose': 'medium',
  'retention-approve': 'critical',
  'retention-reject': 'medium',
  'retention-alarm-confirm': 'high',
  'retention-run': 'medium',
  'artifact-restore': 'high',
  'evidence-publish': 'low',
} as const;

/**
 * Says before the work what is about to happen, and afterwards how it went. Meta
 * holds names and digests, never bytes of evidence, tokens or keys.
 */
export class Audit {
  readonly #auditor: AuditorService;

  constructor(options: { auditor: AuditorService }) {
    this.#auditor = options.auditor;
  }

  async run<T>(
    action: AuditedAction,
    meta: JsonObject,
    work: () => Promise<T>,
    toMeta: (result: T) => JsonObject = () => ({}),
  ): Promise<T> {
    const event = await this.#auditor.createEvent({
      eventId: action,
      severityLevel: SEVERITY[action],
      meta,
    });
    let result: T;
    try {
      result = await work();
    } catch (error) {
      const { code, refusalId } = error as Record<string, unknown>;
      await event.fail({
        error: error as Error,
        meta: {
          ...(typeof code === 'string' && { code }),
          ...(typeof refusalId === 'string' && { refusal: refusalId }),
        },
      });
      throw error;
    }
    await event.success({ meta: toMeta(result) });
    return result;
  }
}
