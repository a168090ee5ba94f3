import { Request } from 'express';
import {
  EvidenceAccess,
  EvidenceAction,
  GrantedEntity,
} from '../authorization';
import { AccessLog } from './AccessLog';

type AnyRequest = Request<any, any, any, any, any>;

/**
 * Notes who reads or downloads an entity's evidence, at the one place that every such
 * request has to pass. What was refused is not noted: nothing was read.
 */
export class NotedEvidenceAccess implements EvidenceAccess {
  readonly #access: EvidenceAccess;
  readonly #log: AccessLog;
  readonly submission: EvidenceAccess['submission'];
  readonly receipt: EvidenceAccess['receipt'];
  readonly principal: EvidenceAccess['principal'];
  readonly list: EvidenceAccess['list'];
  readonly plugin: EvidenceAccess['plugin'];
  readonly health: EvidenceAccess['health'];

  constructor(options: { access: EvidenceAccess; log: AccessLog }) {
    const { access, log } = options;
    this.#access = access;
    this.#log = log;
    this.submission = (req, placement) => access.submission(req, placement);
    this.receipt = (req, receipt) => access.receipt(req, receipt);
    this.principal = entity => access.principal(entity);
    this.list = req => access.list(req);
    this.plugin = (req, pluginIds) => access.plugin(req, pluginIds);
    this.health = req => access.health(req);
  }

  async entity(
    req: AnyRequest,
    entityRef: string,
    action: EvidenceAction,
  ): Promise<GrantedEntity> {
    const granted = await this.#access.entity(req, entityRef, action);
    if (action !== 'read' && action !== 'download') return granted;
    const use = {
      action,
      principal: this.#access.principal(granted),
      entityRef: granted.entityRef,
      releaseUid: req.params.releaseId,
      evidenceUid: req.params.evidenceId,
    };
    if (action === 'download') await this.#log.downloaded(use);
    else await this.#log.wasRead(use);
    return granted;
  }
}
