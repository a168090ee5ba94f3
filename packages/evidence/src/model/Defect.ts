/**
 * One located fault of a document. Reading is tolerant: a defect is recorded and
 * reading goes on, so that a person sees every fault at once.
 *
 * @public
 */
export interface Defect {
  /** Stable kebab-case identifier, such as `duplicate-key` or `schema-violation`. */
  code: string;
  /** One sentence for a person; quotes identifiers; never longer than 500 characters. */
  message: string;
  /** RFC 6901 JSON Pointer to the place, for JSON documents. */
  pointer?: string;
  /** 1-based line; absent where the place is in a payload, or in no line. */
  line?: number;
  /** 1-based column, in characters. */
  column?: number;
  /** `error` makes the document invalid or ambiguous; `warning` is only shown. */
  level: 'error' | 'warning';
}
