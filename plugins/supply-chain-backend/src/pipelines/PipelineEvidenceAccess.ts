import { Request } from 'express';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { Principal } from '@hotpass/backstage-plugin-supply-chain-common';
import {
  EvidenceAccess,
  EvidenceAction,
  GrantedEntity,
  GrantedList,
  SubmissionVerdict,
} from '../authorization';
import { NO_REF, normaliseRef } from '../authorization/normaliseRef';
import { RefusalReason } from '../intake/types';
import {
  PipelineAuthenticator,
  PipelineIdentity,
} from './PipelineAuthenticator';

type AnyRequest = Request<any, any, any, any, any>;

const REMEDY =
  'Ask the portal’s operators for a mapping in supplyChain.pipelines.mappings.';

/**
 * Holds pipelines to the grant that their mapping gives them, by the same rule that
 * services are held to; everybody else is decided as before. A pipeline has no
 * Backstage identity, so no permission policy is asked and no list is open to it.
 */
export class PipelineEvidenceAccess implements EvidenceAccess {
  readonly #others: EvidenceAccess;
  readonly #pipelines: PipelineAuthenticator;
  readonly #granted = new WeakMap<GrantedEntity, PipelineIdentity>();

  constructor(options: {
    others: EvidenceAccess;
    pipelines: PipelineAuthenticator;
  }) {
    this.#others = options.others;
    this.#pipelines = options.pipelines;
  }

  async entity(
    req: AnyRequest,
    entityRef: string,
    action: EvidenceAction,
  ): Promise<GrantedEntity> {
    const pipeline = this.#pipelines.identityOf(req);
    if (!pipeline) return this.#others.entity(req, entityRef, action);
    const ref = normaliseRef(entityRef);
    const verdict = pipeline.grants.check({
      subject: pipeline.principal.ref,
      entityRef: ref,
      action: action === 'download' ? 'read' : action,
    });
    if (verdict.allowed) return this.#grant(pipeline, ref);
    throw new NotAllowedError(
      `${reasonOf(verdict, pipeline, action)} ${REMEDY}`,
    );
  }

  async submission(
    req: AnyRequest,
    placement: Parameters<EvidenceAccess['submission']>[1],
  ): Promise<SubmissionVerdict> {
    const pipeline = this.#pipelines.identityOf(req);
    if (!pipeline) return this.#others.submission(req, placement);
    const { principal, source, claims, scope } = pipeline;
    const { because, channel: highest } = pipeline.channel;
    const channel = placement.channel ?? highest;
    const common = { principal, source, claims, scope, channel };
    const refuse = (why: RefusalReason) => ({
      ...common,
      allowed: false as const,
      why,
    });
    let entityRef: string;
    try {
      entityRef = normaliseRef(placement.entityRef);
    } catch {
      return refuse({ code: 'entity-ref', status: 400, reason: NO_REF });
    }
    if (channel === 'release' && highest !== 'release') {
      return refuse({
        code: 'channel-not-proven',
        status: 403,
        reason: `The token does not prove a release: ${because}.`,
        remedy: 'Send it with channel=change, or from a job that proves one.',
      });
    }
    const verdict = pipeline.grants.check({
      subject: principal.ref,
      entityRef,
      action: 'submit',
      channel,
    });
    if (!verdict.allowed) {
      const { code } = verdict;
      const reason = reasonOf(verdict, pipeline, 'submit');
      return refuse({ code, status: 403, reason, remedy: REMEDY });
    }
    const { kinds, madeAt } = verdict;
    return {
      ...common,
      allowed: true,
      entity: this.#grant(pipeline, entityRef),
      permitted: { kinds, madeAt },
    };
  }

  async receipt(
    req: AnyRequest,
    receipt: { entityRef?: string; principalRef: string } | undefined,
  ): Promise<{ entity?: GrantedEntity } | undefined> {
    const pipeline = this.#pipelines.identityOf(req);
    if (!pipeline) return this.#others.receipt(req, receipt);
    if (!receipt) return undefined;
    const { ref: subject } = pipeline.principal;
    const isOwn = subject === receipt.principalRef;
    const { entityRef } = receipt;
    if (entityRef === undefined) return isOwn ? {} : undefined;
    const maySee = (['read', ...(isOwn ? ['submit'] : [])] as const).some(
      action =>
        pipeline.grants.allows({
          subject,
          entityRef,
          action: action as 'read' | 'submit',
        }),
    );
    if (maySee) return { entity: this.#grant(pipeline, entityRef) };
    return isOwn ? {} : undefined;
  }

  principal(entity: GrantedEntity): Principal {
    return (
      this.#granted.get(entity)?.principal ?? this.#others.principal(entity)
    );
  }

  async list(req: AnyRequest): Promise<GrantedList> {
    this.#refuse(req);
    return this.#others.list(req);
  }

  async plugin(req: AnyRequest, pluginIds: readonly string[]): Promise<void> {
    if (this.#pipelines.identityOf(req)) {
      throw new NotAllowedError('A pipeline is no plugin of this portal');
    }
    return this.#others.plugin(req, pluginIds);
  }

  async health(req: AnyRequest): Promise<GrantedList> {
    this.#refuse(req);
    return this.#others.health(req);
  }

  #refuse(req: AnyRequest): void {
    if (!this.#pipelines.identityOf(req)) return;
    throw new NotAllowedError('Pipelines may not list what others sent');
  }

  #grant(pipeline: PipelineIdentity, entityRef: string): GrantedEntity {
    // Of no type that Backstage knows, so whoever asks by it is refused
    const credentials: BackstageCredentials = {
      $$type: '@backstage/BackstageCredentials',
      principal: { type: 'pipeline', subject: pipeline.principal.ref },
    };
    const entity = { entityRef, credentials } as GrantedEntity;
    this.#granted.set(entity, pipeline);
    return entity;
  }
}

/** In the grant's words, but a mapping is no service's. */
function reasonOf(
  verdict: { code: string; reason: string },
  pipeline: PipelineIdentity,
  action: EvidenceAction,
): string {
  return verdict.code === 'not-granted'
    ? `The mapping of '${pipeline.principal.ref}' does not allow it to ${action}.`
    : verdict.reason;
}
