import { Portal } from '../portal/connect';
import { READING } from '../portal/JobTokens';
import { Reference } from './findReferences';

/** Where a reference leads. */
export type Outcome =
  | { state: 'found' }
  | { state: 'dead'; reason: string }
  /** The portal did not say, or this token may not know. */
  | { state: 'unknown'; reason: string };

const PAGE = 500;
const LONGEST_NAME = 63;

interface Known {
  /** Ids of releases, and digests of their evidence. */
  pages: Set<string>;
}

/** What each reference leads to; every entity is asked about once. */
export class References {
  readonly #portal: Portal;
  readonly #known = new Map<string, Promise<Known | Outcome>>();

  constructor(options: { portal: Portal }) {
    this.#portal = options.portal;
  }

  async resolve(reference: Reference): Promise<Outcome> {
    const { namespace, name, page } = reference;
    const entityRef = entityRefOf(namespace, name);
    if (!entityRef) {
      return { state: 'unknown', reason: 'the name was cut when it was made' };
    }
    let known = this.#known.get(entityRef);
    if (!known) {
      known = this.#ask(entityRef);
      this.#known.set(entityRef, known);
    }
    const answer = await known;
    if (!('pages' in answer)) return answer;
    const [kind, id] = page.split('/');
    if (kind !== 'evidence' && kind !== 'releases') return { state: 'found' };
    if (id === undefined || answer.pages.has(`${kind}/${id}`)) {
      return { state: 'found' };
    }
    return {
      state: 'dead',
      reason: `${entityRef} has no such ${
        kind === 'evidence' ? 'evidence' : 'release'
      } any more`,
    };
  }

  async #ask(entityRef: string): Promise<Known | Outcome> {
    const pages = new Set<string>();
    const { client, tokens } = this.#portal;
    try {
      let cursor: string | undefined;
      do {
        const list = await client.getReleases(
          entityRef,
          { channel: 'release', cursor, limit: PAGE },
          { token: await tokens.get(READING) },
        );
        for (const release of list.items) {
          pages.add(`releases/${release.id}`);
          const evidence = await client.getEvidence(
            { entityRef, releaseId: release.id },
            { token: await tokens.get(READING) },
          );
          for (const { digest } of evidence) {
            pages.add(`evidence/${digest.replace(/^sha256:/, '')}`);
          }
        }
        cursor = list.nextCursor;
      } while (cursor !== undefined);
    } catch (error) {
      const { message } = error as Error;
      return { state: 'unknown', reason: message };
    }
    if (pages.size === 0) {
      return { state: 'dead', reason: `nothing is known of ${entityRef}` };
    }
    return { pages };
  }
}

/** `evidence-component-app` is of `component:…/app`; a cut name tells no entity. */
function entityRefOf(namespace: string, name: string): string | undefined {
  const match = /^evidence-([a-z0-9]+)-(.+)$/.exec(name);
  if (!match || name.length >= LONGEST_NAME) return undefined;
  return `${match[1]}:${namespace}/${match[2]}`;
}
