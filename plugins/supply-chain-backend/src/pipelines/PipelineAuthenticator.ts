import { createHash } from 'node:crypto';
import { Principal } from '@hotpass/backstage-plugin-supply-chain-common';
import { Request } from 'express';
import { Knex } from 'knex';
import { PipelinesConfig } from '../config/PipelinesConfig';
import { GrantService } from '../intake/grants';
import { explainPipeline } from './explainPipeline';
import { IssuerKeysOptions } from './IssuerKeys';
import { keptClaims } from './keptClaims';
import { useToken } from './operations/useToken';
import { PipelineError } from './PipelineError';
import { PROVIDERS } from './providers';
import {
  CLOCK_TOLERANCE,
  TokenVerifier,
  VerifiedClaims,
} from './TokenVerifier';
import { ChannelVerdict } from './types';

/** A pipeline whose token was checked, and what it may do. */
export interface PipelineIdentity {
  principal: Principal & { type: 'pipeline' };
  source?: string;
  claims: Record<string, string>;
  /** Of its jobs, those whose idempotency keys are the same. */
  scope: string;
  /** The highest channel that its claims allow. */
  channel: ChannelVerdict;
  grants: GrantService;
}

type AnyRequest = Request<any, any, any, any, any>;

/**
 * Knows a pipeline by its job's token: verified, mapped, and used for no more writes
 * than its provider's tokens are for.
 * Requests without such a token are not its business.
 */
export class PipelineAuthenticator {
  readonly #config: PipelinesConfig;
  readonly #verifier: TokenVerifier;
  readonly #database: Knex;
  readonly #identities = new WeakMap<object, PipelineIdentity>();

  constructor(options: {
    config: PipelinesConfig;
    database: Knex;
    keys?: IssuerKeysOptions;
  }) {
    this.#config = options.config;
    this.#database = options.database;
    this.#verifier = new TokenVerifier(options.config, options.keys);
  }

  /** Whether the request is a pipeline's; throws when it says so and is not. */
  async authenticate(req: AnyRequest): Promise<boolean> {
    const token = bearerOf(req);
    if (!token || !this.#verifier.isFor(token)) return false;
    const claims = await this.#verifier.verify(token);
    const identity = this.#identify(claims);
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      await this.#use(claims, req);
    }
    this.#identities.set(req, identity);
    return true;
  }

  /** Who `authenticate` found. */
  identityOf(req: AnyRequest): PipelineIdentity | undefined {
    return this.#identities.get(req);
  }

  #identify(claims: VerifiedClaims): PipelineIdentity {
    const explained = explainPipeline(this.#config, claims);
    const { principalRef, mapping, source } = explained;
    if (principalRef === undefined || mapping === undefined) {
      throw new PipelineError({
        status: 403,
        code: 'pipeline-not-mapped',
        message: explained.reason ?? 'No mapping names this pipeline.',
      });
    }
    const { entities, kinds, channels, actions, madeAt } = explained;
    return {
      principal: { type: 'pipeline', ref: principalRef },
      source,
      claims: keptClaims(this.#config, claims, mapping),
      scope: scopeOf(explained.channel, claims),
      channel: {
        channel: explained.channel,
        because: explained.channelReason,
      },
      grants: new GrantService([
        {
          subject: principalRef,
          entities,
          kinds,
          channels,
          actions,
          madeAt,
          development: false,
        },
      ]),
    };
  }

  async #use(claims: VerifiedClaims, req: AnyRequest): Promise<void> {
    const { maxUses } = PROVIDERS[this.#providerOf(claims)];
    const use = await useToken({
      tx: this.#database,
      issuer: claims.iss,
      jti: claims.jti,
      request: `${req.method} ${req.originalUrl}`,
      idempotencyKey: req.get('idempotency-key'),
      maxUses,
      expiresAt: forgetAt(claims.exp),
    });
    if (use === 'allowed') return;
    throw use === 'used-up' ? usedUp(maxUses) : replayed(maxUses);
  }

  #providerOf({ iss }: VerifiedClaims) {
    return this.#config.issuers.find(({ issuer }) => issuer === iss)!.provider;
  }
}

/**
 * Jobs of one project are not equally trusted: what runs for a branch must not take the
 * keys of what releases.
 */
function scopeOf(channel: string, { sub = '' }: VerifiedClaims): string {
  return createHash('sha256')
    .update(JSON.stringify([channel, sub]))
    .digest('hex');
}

function replayed(maxUses: number): PipelineError {
  const then =
    maxUses === 1
      ? 'Ask for a new token for each document; only a repeated request with the same Idempotency-Key may use it again.'
      : 'It may send several documents only when each has an Idempotency-Key of its own.';
  return new PipelineError({
    status: 401,
    code: 'token-replayed',
    message: `The pipeline’s token was used before. ${then}`,
  });
}

function usedUp(maxUses: number): PipelineError {
  return new PipelineError({
    status: 401,
    code: 'token-used-up',
    message: `The pipeline’s token has sent ${maxUses} documents, which is all that one may. Declare another token for the job.`,
  });
}

/** Milliseconds; no later than the database can hold, whatever an issuer says. */
function forgetAt(exp: number): number {
  return (Math.min(Math.ceil(exp), 1e11) + CLOCK_TOLERANCE + 1) * 1000;
}

function bearerOf(req: AnyRequest): string | undefined {
  const [scheme, token, more] = (req.headers.authorization ?? '')
    .trim()
    .split(/ +/);
  return scheme.toLowerCase() === 'bearer' && !more ? token : undefined;
}
