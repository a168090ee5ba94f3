import {
  createLocalJWKSet,
  errors,
  JSONWebKeySet,
  JWTVerifyGetKey,
} from 'jose';
import { isLoopbackHost } from '../config/loopback';
import { PipelineIssuer } from '../config/PipelinesConfig';
import { fetchJson } from './fetchJson';
import { PipelineError } from './PipelineError';

const MAX_AGE_MS = 10 * 60_000;

export interface IssuerKeysOptions {
  /** How soon keys are asked for again because of one that is not known. Default 30 seconds. */
  cooldownMs?: number;
  /** How long a failed issuer is left alone. Default 5 seconds. */
  backOffMs?: number;
  /** How long one of its answers may take, to the last byte. Default 5 seconds. */
  timeoutMs?: number;
}

interface Keys {
  find: JWTVerifyGetKey;
  at: number;
}

/**
 * The signing keys of one issuer, asked for when needed and kept for ten minutes. A
 * key that the issuer does not have is the token's fault; an issuer that does not
 * answer is not, and no key that is not known is believed meanwhile.
 */
export class IssuerKeys {
  readonly #issuer: PipelineIssuer;
  readonly #cooldownMs: number;
  readonly #backOffMs: number;
  readonly #timeoutMs: number;
  #known?: Keys;
  /** Where its keys are, once found out. */
  #address?: string;
  #asking?: Promise<Keys>;
  #failedAt?: number;

  constructor(issuer: PipelineIssuer, options: IssuerKeysOptions = {}) {
    this.#issuer = issuer;
    this.#cooldownMs = options.cooldownMs ?? 30_000;
    this.#backOffMs = options.backOffMs ?? 5_000;
    this.#timeoutMs = options.timeoutMs ?? 5_000;
  }

  readonly get: JWTVerifyGetKey = async (header, token) => {
    const keys = this.#fresh() ?? (await this.#ask());
    try {
      try {
        return await keys.find(header, token);
      } catch (error) {
        const isNew = Date.now() - keys.at < this.#cooldownMs;
        if (!(error instanceof errors.JWKSNoMatchingKey) || isNew) throw error;
      }
      const { find } = await this.#ask();
      return await find(header, token);
    } catch (error) {
      if (isTokensFault(error) || error instanceof PipelineError) throw error;
      throw this.#failed(error);
    }
  };

  #fresh(): Keys | undefined {
    const known = this.#known;
    return known && Date.now() - known.at < MAX_AGE_MS ? known : undefined;
  }

  async #ask(): Promise<Keys> {
    // So that whoever sends many bad tokens does not make us ask a failing issuer as often
    if (this.#isLeftAlone()) {
      throw this.#unavailable('it failed a moment ago');
    }
    try {
      // Requests that come meanwhile wait for the same answer
      this.#asking ??= this.#load().finally(() => {
        this.#asking = undefined;
      });
      return await this.#asking;
    } catch (error) {
      throw this.#failed(error);
    }
  }

  async #load(): Promise<Keys> {
    this.#address ??= this.#issuer.jwksUri ?? (await this.#discover());
    const timeoutMs = this.#timeoutMs;
    const found = await fetchJson(this.#address, { timeoutMs });
    const find = createLocalJWKSet(found as JSONWebKeySet);
    this.#known = { find, at: Date.now() };
    this.#failedAt = undefined;
    return this.#known;
  }

  #isLeftAlone(): boolean {
    return (
      this.#failedAt !== undefined &&
      Date.now() - this.#failedAt < this.#backOffMs
    );
  }

  #failed(error: unknown): PipelineError {
    if (!this.#isLeftAlone()) this.#failedAt = Date.now();
    // It may have moved; but keys that are still good are not thrown away
    if (!this.#fresh()) this.#address = undefined;
    return this.#unavailable((error as Error).message);
  }

  /** OpenID Connect Discovery 1.0, section 4; the keys must be on the issuer's own host. */
  async #discover(): Promise<string> {
    const { issuer } = this.#issuer;
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const timeoutMs = this.#timeoutMs;
    const found = Object(await fetchJson(url, { timeoutMs }));
    if (found.issuer !== issuer) {
      throw new Error('discovery names another issuer');
    }
    const keys = new URL(String(found.jwks_uri));
    const secure = keys.protocol === 'https:' || isLoopbackHost(keys.hostname);
    if (!secure || keys.host !== new URL(issuer).host) {
      throw new Error(
        'discovery names keys on another host; an operator can allow them with jwksUri',
      );
    }
    return keys.href;
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
