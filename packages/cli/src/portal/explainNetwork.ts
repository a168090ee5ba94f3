const CERTIFICATE =
  'its certificate is not trusted here: set NODE_EXTRA_CA_CERTS to the file of the authority that signed it';

const WHY: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there. Is the portal running?',
  ENOTFOUND: 'there is no such host: check --portal',
  EAI_AGAIN: 'the name could not be looked up: check the network',
  ECONNRESET: 'the connection was closed',
  EPIPE: 'the connection was closed',
  ETIMEDOUT: 'no answer in time',
  EHOSTUNREACH: 'there is no way to that host: check the network',
  ENETUNREACH: 'there is no way to that network: check the network',
  UND_ERR_CONNECT_TIMEOUT: 'no answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped half way',
  UND_ERR_SOCKET: 'the connection was closed',
  SELF_SIGNED_CERT_IN_CHAIN: CERTIFICATE,
  DEPTH_ZERO_SELF_SIGNED_CERT: CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT: CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: CERTIFICATE,
  CERT_HAS_EXPIRED: "its certificate has expired: tell the portal's operators",
  CERT_NOT_YET_VALID:
    'its certificate is not valid yet: check the clock of this machine',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'its certificate is for another host: check --portal',
  ERR_SSL_WRONG_VERSION_NUMBER:
    'it does not speak TLS: check https in --portal',
  ERR_SSL_PACKET_LENGTH_TOO_LONG:
    'it does not speak TLS: check https in --portal',
  EPROTO: 'TLS could not be agreed on: check --portal',
};

interface Cause {
  code?: string;
  message?: string;
  errors?: Cause[];
}

/** Why no answer came, as one sentence with what to do. */
export function explainNetwork(error: unknown, address: string): string {
  const { cause, message, name } = error as Error & { cause?: Cause };
  if (name === 'SyntaxError') {
    return `${address} answered, but not with JSON: is it the address of the portal's backend? Check --portal`;
  }
  if (name === 'TimeoutError') {
    return `${address} cannot be reached: no answer in time`;
  }
  if (cause?.message === 'unexpected redirect') {
    return `${address} redirects: give the address it redirects to as --portal`;
  }
  if (cause?.message === 'bad port') {
    return `${address} has a port that is blocked for HTTP: check --portal`;
  }
  if (cause?.code?.startsWith('HPE_')) {
    return `${address} does not answer in HTTP: check --portal, should it be https?`;
  }
  // A host with several addresses fails with one error for each
  const first = cause?.code ? cause : cause?.errors?.[0] ?? cause;
  const why = WHY[first?.code ?? ''] ?? first?.message ?? message;
  const code = first?.code ? ` (${first.code})` : '';
  return `${address} cannot be reached: ${why}${code}`;
}
