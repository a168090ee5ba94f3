import { escapeToken, isObject } from '../json';
import { TrustPolicyProblem } from './TrustPolicyError';

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/**
 * An object of a trust policy, read field by field. What is wrong is collected with
 * its place; what is then returned instead is never used, because the whole is refused.
 */
export class PolicyNode {
  constructor(
    readonly value: Record<string, unknown>,
    readonly pointer: string,
    readonly problems: TrustPolicyProblem[],
  ) {}

  fault(key: string | undefined, message: string, remedy: string): void {
    const pointer = key === undefined ? this.pointer : this.#at(key);
    this.problems.push({ pointer, message, remedy });
  }

  has(key: string): boolean {
    return Object.hasOwn(this.value, key) && this.value[key] !== undefined;
  }

  /** A misspelt field would be a restriction that nobody makes. */
  only(...names: string[]): void {
    for (const key of Object.keys(this.value)) {
      if (names.includes(key)) continue;
      this.fault(
        key,
        `There is no field '${key}' here.`,
        `Take it out, or write one of ${names.join(', ')}.`,
      );
    }
  }

  text(key: string): string {
    const value = this.#own(key);
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.fault(key, 'This must be a text that is not empty.', 'Write one.');
    return '';
  }

  oneOf<T extends string>(key: string, values: readonly T[]): T {
    const value = this.#own(key);
    if (values.includes(value as T)) return value as T;
    this.fault(
      key,
      `'${String(value)}' is not known here.`,
      `Write one of ${values.join(', ')}.`,
    );
    return values[0];
  }

  date(key: string): string {
    const value = this.#own(key);
    if (
      typeof value === 'string' &&
      DATE.test(value) &&
      !Number.isNaN(Date.parse(value))
    ) {
      return value;
    }
    this.fault(
      key,
      `'${String(value)}' is no date.`,
      'Write one such as 2026-11-23T07:00:00Z.',
    );
    return '';
  }

  integer(key: string, from: number, to: number): number {
    const value = this.#own(key);
    if (Number.isInteger(value)) {
      const number = value as number;
      if (number >= from && number <= to) return number;
    }
    this.fault(
      key,
      `This must be a whole number from ${from} to ${to}.`,
      'Write one.',
    );
    return from;
  }

  /** Texts, at least one. */
  texts(key: string): string[] {
    const value = this.#own(key);
    const isList =
      Array.isArray(value) &&
      value.length > 0 &&
      value.every(one => typeof one === 'string' && one.trim() !== '');
    if (isList) return value as string[];
    this.fault(
      key,
      'This must be a list of texts with at least one.',
      'Write what it should be, in a list.',
    );
    return [];
  }

  object(key: string): PolicyNode {
    const value = this.#own(key);
    if (isObject(value)) return this.#below(key, value);
    this.fault(key, 'This must be an object.', 'Write one.');
    return new PolicyNode({}, this.#at(key), []);
  }

  /** Objects; none where the field is absent and may be. */
  objects(key: string, optional = false): PolicyNode[] {
    if (optional && !this.has(key)) return [];
    const value = this.#own(key);
    if (!Array.isArray(value)) {
      this.fault(key, 'This must be a list.', 'Write one; it may be empty.');
      return [];
    }
    return value.flatMap((one, index) => {
      if (isObject(one)) return [this.#below(`${key}/${index}`, one)];
      this.problems.push({
        pointer: `${this.#at(key)}/${index}`,
        message: 'This must be an object.',
        remedy: 'Write one, or take it out.',
      });
      return [];
    });
  }

  #own(key: string): unknown {
    return Object.hasOwn(this.value, key) ? this.value[key] : undefined;
  }

  #at(key: string): string {
    return `${this.pointer}/${escapeToken(key)}`;
  }

  #below(path: string, value: Record<string, unknown>): PolicyNode {
    return new PolicyNode(value, `${this.pointer}/${path}`, this.problems);
  }
}
