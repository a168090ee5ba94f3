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
  /** The same in every copy of this package. */
  readonly name = 'EvidenceError';
  /** Why the bytes were refused. */
  readonly code: EvidenceErrorCode;
  /** RFC 6901 pointer to the place, for JSON documents. */
  readonly pointer?: string;
  /** 1-based line, where the parser told it. */
  readonly line?: number;
  /** 1-based column, in characters. */
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
