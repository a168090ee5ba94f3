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
  timeout: 422,
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
