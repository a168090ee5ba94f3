import { CliError } from '../CliError';

const ROLES = {
  fulcio: {
    name: 'The certificate authority',
    missing: 'gave no certificate',
    flag: '--fulcio-url',
  },
  rekor: {
    name: 'The log',
    missing: 'took no entry',
    flag: '--rekor-url',
  },
  timestamp: {
    name: 'The timestamp authority',
    missing: 'gave no timestamp',
    flag: '--timestamp-server-url',
  },
};

const CERTIFICATE =
  'its TLS certificate is not trusted here: set NODE_EXTRA_CA_CERTS to the file of the authority that signed it';

const WHY: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name could not be looked up',
  ECONNRESET: 'the connection was closed',
  EPROTO: 'TLS could not be agreed on',
  SELF_SIGNED_CERT_IN_CHAIN: CERTIFICATE,
  DEPTH_ZERO_SELF_SIGNED_CERT: CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: CERTIFICATE,
};

interface Service {
  role: keyof typeof ROLES;
  url: string;
  /** Of the ID token. */
  issuer?: string;
}

interface Answer {
  statusCode?: number;
  code?: string;
  type?: string;
  message?: string;
}

/**
 * What a service of Sigstore did not give, as one sentence. The library's own words are
 * used only where they are the service's: some of them repeat the token.
 */
export function explainSigstore(
  error: unknown,
  { role, url, issuer }: Service,
): CliError {
  const { name, missing, flag } = ROLES[role];
  const cause = ((error as Error)?.cause ?? {}) as Answer;
  const { why, remedy } = reasonOf(cause, { role, issuer, flag });
  return new CliError(
    `${name} ${url} ${missing}: ${why}. Nothing was written; ${remedy}`,
  );
}

function reasonOf(
  { statusCode, code = '', type, message = '' }: Answer,
  { role, issuer, flag }: Pick<Service, 'role' | 'issuer'> & { flag: string },
): { why: string; remedy: string } {
  const check = `check ${flag}`;
  if (statusCode !== undefined) {
    // Its message begins with the status
    const said = message.replace(/^\(\d+\) ?/, '').trim();
    const why = `it answered ${statusCode}${said && ` (${said})`}`;
    if (statusCode >= 500 || statusCode === 429) {
      return { why, remedy: 'try again later, or tell its operators' };
    }
    if (statusCode === 404) return { why, remedy: check };
    if (role === 'fulcio') {
      return {
        why,
        remedy: `check that it trusts tokens of ${issuer} for this audience`,
      };
    }
    return { why, remedy: `${check}, and that it is of the version named` };
  }
  if (WHY[code]) return { why: `${WHY[code]} (${code})`, remedy: check };
  if (type?.endsWith('-timeout') || code === 'ETIMEDOUT') {
    return { why: 'no answer in time', remedy: 'try again later' };
  }
  return {
    why: code ? `it cannot be reached (${code})` : 'its answer is none',
    remedy: check,
  };
}
