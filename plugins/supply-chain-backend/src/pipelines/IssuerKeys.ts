import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  JWTVerifyGetKey,
} from 'jose';
import { isLoopbackHost } from '../config/loopback';
import { PipelineIssuer } from '../config/PipelinesConfig';
import { PipelineError } from './PipelineError';

const TIMEOUT_MS = 5_000;

export interface IssuerKeysOptions {
  /** How soon keys are asked for again because of one that is not known. Default 30 seconds. */
  cooldownMs?: number;
  /** How long a failed issuer is left alone. Default 5 seconds. */
  backOffMs?: number;
}

type RemoteKeys = ReturnType<typeof createRemoteJWKSet>;

/**
 * The signing keys of one issuer, asked for when needed and kept for ten minutes. A
 * key that the issuer does not have is the token's fault; an issuer that does not
 * answer is not, and no key that is not known is believed meanwhile.
 */
export class IssuerKeys {
  readonly #issuer: PipelineIssuer;
  readonly #cooldownMs: number;
  readonly #backOffMs: number;
  #remote?: RemoteKeys;
  #opening?: Promise<RemoteKeys>;
  #failedAt?: number;

  constructor(issuer: PipelineIssuer, options: IssuerKeysOptions = {}) {
    this.#issuer = issuer;
    this.#cooldownMs = options.cooldownMs ?? 30_000;
    this.#backOffMs = options.backOffMs ?? 5_000;
  }

  readonly get: JWTVerifyGetKey = async (header, token) => {
    const keys = this.#isLeftAlone() ? this.#known() : await this.#ask();
    try {
      return await keys(header, token);
    } catch (error) {
      if (isTokensFault(error) && !this.#isLeftAlone()) throw error;
      throw this.#failed(error);
    }
  };

  /** So that whoever sends many bad tokens does not make us ask a failing issuer as often. */
  #isLeftAlone(): boolean {
    return (
      this.#failedAt !== undefined &&
      Date.now() - this.#failedAt < this.#backOffMs
    );
  }

  #known(): JWTVerifyGetKey {
    const known = this.#remote?.fresh ? this.#remote.jwks() : undefined;
    if (!known) throw this.#unavailable('it failed a moment ago');
    return createLocalJWKSet(known);
  }

  async #ask(): Promise<JWTVerifyGetKey> {
    if (this.#remote) return this.#remote;
    try {
      // Requests that come meanwhile wait for the same answer
      this.#opening ??= this.#open();
      this.#remote = await this.#opening;
      return this.#remote;
    } catch (error) {
      throw this.#failed(error);
    } finally {
      this.#opening = undefined;
    }
  }

  async #open(): Promise<RemoteKeys> {
    const address = this.#issuer.jwksUri ?? (await this.#discover());
    return createRemoteJWKSet(new URL(address), {
      timeoutDuration: TIMEOUT_MS,
      cooldownDuration: this.#cooldownMs,
    });
  }

  #failed(error: unknown): PipelineError {
    if (!this.#isLeftAlone()) this.#failedAt = Date.now();
    // It may have moved; but keys that are still good are not thrown away
    if (!this.#remote?.fresh) this.#remote = undefined;
    return this.#unavailable((error as Error).message);
  }

  /** OpenID Connect Discovery 1.0, section 4; the keys must be on the issuer's own host. */
  async #discover(): Promise<string> {
    const { issuer } = this.#issuer;
    const response = await fetch(
      `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) },
    );
    if (!response.ok) throw new Error(`discovery answered ${response.status}`);
    const found = (await response.json()) as Record<string, unknown>;
    if (found.issuer !== issuer) {
      throw new Error('discovery names another issuer');
    }
    const url = new URL(String(found.jwks_uri));
    const secure = url.protocol === 'https:' || isLoopbackHost(url.hostname);
    if (!secure || url.host !== new URL(issuer).host) {
      throw new Error(
        'discovery names keys on another host; an operator can allow them with jwksUri',
      );
    }
    return url.href;
  }

  #unavailable(why: string): PipelineError {
    return new PipelineError({
      status: 503,
      code: 'issuer-unavailable',
      message: `The keys of issuer '${
        this.#issuer.issuer
      }' cannot be had (${why}), so its tokens cannot be checked. Try again.`,
      retryAfterSeconds: Math.ceil(Math.max(this.#backOffMs, 5_000) / 1000),
    });
  }
}

function isTokensFault(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
