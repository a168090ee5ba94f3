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
  /** Pages of an entity's evidence were published, or could not be. */
  | 'evidence-publish';

const SEVERITY = {
  'evidence-submit': 'medium',
  'evidence-settle': 'medium',
  'evidence-withdraw': 'medium',
  'evidence-download': 'low',
  'evidence-collect': 'low',
  'release-promote': 'medium',
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
