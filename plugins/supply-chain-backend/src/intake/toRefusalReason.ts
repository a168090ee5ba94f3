import { RefusalReason } from './types';
import { Refusal } from './RefusedError';

const EVIDENCE_STATUS: Record<string, number> = {
  empty: 400,
  'too-large': 413,
  'expands-too-much': 413,
  'unknown-format': 415,
  'invalid-json': 400,
  'invalid-xml': 400,
  'invalid-utf8': 400,
};

type EvidenceErrorLike = Error & {
  code: string;
  pointer?: string;
  line?: number;
  remedy?: string;
};

/** Why an arrival fails, or nothing when it is our own fault and stays an error. */
export function toRefusalReason(error: unknown): RefusalReason | undefined {
  if (error instanceof Refusal) return error.why;
  const { name, code, message } = error as EvidenceErrorLike;
  if (name === 'EvidenceError') {
    if (code === 'timeout') return tooSlow(message);
    const { pointer, line, remedy } = error as EvidenceErrorLike;
    const status = EVIDENCE_STATUS[code] ?? 422;
    return { code, status, reason: message, pointer, line, remedy };
  }
  if (
    code === 'ENOSPC' ||
    code === 'EDQUOT' ||
    code === 'SQLITE_FULL' ||
    code === '53100'
  ) {
    return {
      code: 'disk-full',
      status: 507,
      reason: 'The portal has no room left for evidence.',
      remedy: 'Tell the portal’s operators; nothing of this document was kept.',
    };
  }
  return undefined;
}

/**
 * A document too big, too deep or too long was refused for that before it was read,
 * so when reading takes too long it is the machine that has too much to do.
 */
function tooSlow(message: string): RefusalReason {
  return {
    code: 'timeout',
    status: 503,
    reason: message,
    remedy:
      'Send it again later; if it fails again, tell the portal’s operators: supplyChain.limits.readTimeout is too short for this machine.',
  };
}
