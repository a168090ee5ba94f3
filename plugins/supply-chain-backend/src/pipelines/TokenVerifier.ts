import { decodeJwt, errors, JWTPayload, jwtVerify } from 'jose';
import { PipelinesConfig } from '../config/PipelinesConfig';
import { IssuerKeys, IssuerKeysOptions } from './IssuerKeys';
import { PipelineError } from './PipelineError';

// Never `none`, and no HS…: a public key must not serve as a shared secret
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512'],
  ...['PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512'],
  'EdDSA',
];

/** Seconds by which clocks may differ. */
export const CLOCK_TOLERANCE = 15;

/** Claims whose signature, issuer, audience and times were checked. */
export type VerifiedClaims = JWTPayload & {
  iss: string;
  jti: string;
  exp: number;
};

/**
 * Checks job tokens, in this order: issuer known letter by letter, algorithm allowed,
 * signature by one of the issuer's keys, issuer, audience ours and nobody else's,
 * times. Nothing that a token says is used before its signature is checked, but for
 * `iss`, which only selects whose keys to ask.
 */
export class TokenVerifier {
  readonly #config: PipelinesConfig;
  readonly #keys: Map<string, IssuerKeys>;

  constructor(config: PipelinesConfig, options?: IssuerKeysOptions) {
    this.#config = config;
    this.#keys = new Map(
      config.issuers.map(one => [one.issuer, new IssuerKeys(one, options)]),
    );
  }

  /** Whether a token says that it is from a configured issuer; true proves nothing. */
  isFor(token: string): boolean {
    return this.#keysOf(token) !== undefined;
  }

  async verify(token: string): Promise<VerifiedClaims> {
    const found = this.#keysOf(token);
    if (!found) throw invalid('token-issuer', 'Its issuer is not known.');
    const { audience, maxTokenAgeMs } = this.#config;
    try {
      const { payload } = await jwtVerify(token, found.keys.get, {
        algorithms: ALGORITHMS,
        issuer: found.issuer,
        audience,
        clockTolerance: CLOCK_TOLERANCE,
        maxTokenAge: maxTokenAgeMs / 1000,
        requiredClaims: ['exp', 'iat', 'jti'],
      });
      if ([payload.aud].flat().length !== 1) {
        throw invalid(
          'token-audience',
          `Its audience must be '${audience}' and nothing else.`,
        );
      }
      if (typeof payload.jti !== 'string' || !payload.jti) {
        throw invalid('token-invalid', 'Its jti must be text.');
      }
      return payload as VerifiedClaims;
    } catch (error) {
      throw error instanceof PipelineError ? error : toError(error, audience);
    }
  }

  #keysOf(token: string): { issuer: string; keys: IssuerKeys } | undefined {
    try {
      const { iss } = decodeJwt(token);
      const keys = typeof iss === 'string' ? this.#keys.get(iss) : undefined;
      return keys && { issuer: iss!, keys };
    } catch {
      return undefined;
    }
  }
}

function toError(error: unknown, audience: string): Error {
  if (error instanceof errors.JWTExpired) {
    return invalid('token-expired', 'It has expired or is too old.');
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.claim === 'aud'
      ? invalid(
          'token-audience',
          `Its audience must be '${audience}' and nothing else.`,
        )
      : invalid('token-invalid', `Its ${error.claim} is missing or wrong.`);
  }
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return invalid('token-signature', 'Its algorithm is not allowed.');
  }
  if (error instanceof errors.JOSEError) {
    return invalid(
      'token-signature',
      'Its signature is by none of the issuer’s keys.',
    );
  }
  // Not the token's fault
  return error as Error;
}

function invalid(code: string, why: string): PipelineError {
  return new PipelineError({
    status: 401,
    code,
    message: `The pipeline's token is refused. ${why}`,
  });
}
