import { DocsError } from './DocsError';
import { DocsSite } from './PublishedDocs';

/** How much of one entity's docs is looked through. @public */
export interface DocsLimits {
  /** Files of markup; a site with more is not begun with. */
  pages: number;
  /** Of the markup of all pages, in characters. */
  characters: number;
  /** From the first page on. */
  ms: number;
}

const LIMITS: DocsLimits = {
  pages: 5_000,
  characters: 256 * 1024 * 1024,
  ms: 5 * 60_000,
};

/**
 * What is left of the limits of one site, so that no site takes the turn of all others.
 * Throws a `DocsError` that says which limit was reached.
 *
 * @public
 */
export class DocsBudget {
  readonly #limits: DocsLimits;
  readonly #now: () => number;
  readonly #startedAt: number;
  #characters = 0;

  constructor(options: {
    site: DocsSite;
    limits?: Partial<DocsLimits>;
    /** Milliseconds of a clock that never goes back. */
    now?: () => number;
  }) {
    this.#limits = { ...LIMITS, ...options.limits };
    this.#now = options.now ?? (() => performance.now());
    this.#startedAt = this.#now();
    const { pages } = this.#limits;
    if (options.site.pages.length > pages) {
      throw new DocsError(
        `It has ${options.site.pages.length} pages, and at most ${pages} are read`,
      );
    }
  }

  /** Takes the markup of a page. */
  take(markup: string): void {
    const { characters, ms } = this.#limits;
    this.#characters += markup.length;
    if (this.#characters > characters) {
      throw new DocsError(
        `Its pages have more than ${characters} characters, which is the most that is read`,
      );
    }
    if (this.#now() - this.#startedAt > ms) {
      throw new DocsError(
        `Reading its pages took longer than ${Math.round(ms / 1000)} s`,
      );
    }
  }
}
