/** Why bytes were refused; stable, shown in the refusal row and the CLI. @public */
export type EvidenceErrorCode =
  | 'empty'
  | 'too-large'
  | 'expands-too-much'
  | 'too-deep'
  | 'too-many-nodes'
  | 'string-too-long'
  | 'invalid-utf8'
  | 'invalid-json'
  | 'invalid-xml'
  | 'ambiguous'
  | 'unknown-format'
  | 'timeout'
  | 'unreadable';

/**
 * Bytes that are refused, with the place and what to do next. `name` is stable:
 * compare by it across packages.
 *
 * @public
 */
export class EvidenceError extends Error {
  readonly name = 'EvidenceError';
  readonly code: EvidenceErrorCode;
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
  /** One sentence: what the sender should do. */
  readonly remedy?: string;

  constructor(
    code: EvidenceErrorCode,
    message: string,
    place: {
      pointer?: string;
      line?: number;
      column?: number;
      remedy?: string;
    } = {},
  ) {
    super(message);
    this.code = code;
    this.pointer = place.pointer;
    this.line = place.line;
    this.column = place.column;
    this.remedy = place.remedy;
  }
}
