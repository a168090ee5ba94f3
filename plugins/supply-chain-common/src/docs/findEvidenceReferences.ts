import { EvidenceReference } from '../types';

// No part can match the character that ends it, so this is linear
const LINK =
  /\/docs\/([a-z0-9_.-]{1,63})\/resource\/(evidence-[a-z0-9_.-]{1,54})((?:\/[a-z0-9_.-]+)*)/gi;

/**
 * Every link to evidence in TechDocs in a text: Markdown, or the HTML made from it.
 * Names are in lower case, as catalogs compare them; pages are without `index.html`.
 *
 * @public
 */
export function findEvidenceReferences(text: string): EvidenceReference[] {
  return [...text.matchAll(LINK)].map(([, namespace, name, page]) => ({
    namespace: namespace.toLocaleLowerCase('en-US'),
    name: withoutStop(name.toLocaleLowerCase('en-US')),
    page: withoutStop(page.slice(1))
      .replace(/(?:^|\/)index\.html$/i, '')
      .slice(0, 500),
  }));
}

/** A sentence may end behind a link. */
function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}
