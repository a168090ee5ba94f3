import { styleText } from 'node:util';
import type { Surroundings, TextStream } from '../Surroundings';
import { escapeJson, escapeTerminal } from './escapeTerminal';
import { wrapText } from './wrapText';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/**
 * Writes lines. Every argument is treated as foreign text: escaped, and without the
 * secrets that are known; only the line structure and the colours are ours.
 */
export class Terminal {
  readonly #to: Surroundings;
  #progress = false;

  constructor(to: Surroundings) {
    this.#to = to;
  }

  /** Whether a person is watching, so that progress may be drawn over. */
  get isWatched(): boolean {
    const { stderr, env } = this.#to;
    return Boolean(stderr.isTTY) && env.TERM !== 'dumb' && !env.CI;
  }

  line(text: string = '', style?: Style): void {
    this.#write(this.#to.stdout, text, style);
  }

  /** A line broken between words where the terminal is narrow. */
  wrapped(
    text: string,
    options: { style?: Style; indent?: string } = {},
  ): void {
    const { isTTY, columns } = this.#to.stdout;
    // Escaped first: what is hidden takes columns once it is shown
    const lines = wrapText(this.#safe(text), {
      columns: isTTY ? columns : undefined,
      indent: options.indent,
    });
    for (const line of lines) this.line(line, options.style);
  }

  error(text: string): void {
    this.#write(this.#to.stderr, text, 'red');
  }

  /** Something on the way that is neither result nor error. */
  note(text: string): void {
    this.#write(this.#to.stderr, text, 'dim');
  }

  json(value: unknown): void {
    this.#clear();
    const json = this.#withoutSecrets(JSON.stringify(value, null, 2));
    this.#to.stdout.write(`${escapeJson(json)}\n`);
  }

  /** One line that the next output replaces; nothing unless a person is watching. */
  progress(text: string): void {
    if (!this.isWatched) return;
    this.#clear();
    const { stderr } = this.#to;
    const columns = stderr.columns ?? 80;
    // A line that wraps could not be taken back
    const short = [...this.#safe(text)].slice(0, columns - 1).join('');
    stderr.write(this.#coloured(short, 'dim', stderr));
    this.#progress = true;
  }

  /** Takes the progress line back. */
  clear(): void {
    this.#clear();
  }

  #clear(): void {
    if (this.#progress) this.#to.stderr.write('\r\u001b[2K');
    this.#progress = false;
  }

  #write(stream: TextStream, text: string, style?: Style): void {
    this.#clear();
    stream.write(`${this.#coloured(this.#safe(text), style, stream)}\n`);
  }

  #withoutSecrets(text: string): string {
    return this.#to.secrets?.removeFrom(text) ?? text;
  }

  #safe(text: string): string {
    return escapeTerminal(this.#withoutSecrets(text));
  }

  #coloured(
    safe: string,
    style: Style | undefined,
    stream: TextStream,
  ): string {
    const { NO_COLOR, FORCE_COLOR, TERM } = this.#to.env;
    const colour =
      !NO_COLOR &&
      TERM !== 'dumb' &&
      (FORCE_COLOR ? FORCE_COLOR !== '0' : stream.isTTY);
    return style && colour
      ? styleText(style, safe, { validateStream: false })
      : safe;
  }
}
