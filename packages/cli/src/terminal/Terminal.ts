import { styleText } from 'node:util';
import type { Surroundings } from '../Surroundings';
import { escapeJson, escapeTerminal } from './escapeTerminal';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/**
 * Writes lines. Every argument is treated as foreign text and escaped; only the
 * line structure and the colours are ours.
 */
export class Terminal {
  readonly #to: Surroundings;
  #progress = false;

  constructor(to: Surroundings) {
    this.#to = to;
  }

  line(text: string = '', style?: Style): void {
    this.#clear();
    this.#to.stdout.write(`${this.#styled(text, style, this.#to.stdout)}\n`);
  }

  error(text: string): void {
    this.#clear();
    this.#to.stderr.write(`${this.#styled(text, 'red', this.#to.stderr)}\n`);
  }

  json(value: unknown): void {
    this.#clear();
    this.#to.stdout.write(`${escapeJson(JSON.stringify(value, null, 2))}\n`);
  }

  /** One line that the next output replaces; nothing unless a person is watching. */
  progress(text: string): void {
    const { stderr, env } = this.#to;
    if (!stderr.isTTY || env.TERM === 'dumb' || env.CI) return;
    this.#clear();
    stderr.write(this.#styled(text, 'dim', stderr));
    this.#progress = true;
  }

  #clear(): void {
    if (this.#progress) this.#to.stderr.write('\r\u001b[2K');
    this.#progress = false;
  }

  #styled(
    text: string,
    style: Style | undefined,
    stream: { isTTY?: boolean },
  ): string {
    const safe = escapeTerminal(text);
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
