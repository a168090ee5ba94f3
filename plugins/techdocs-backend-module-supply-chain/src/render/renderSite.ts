import { createHash } from 'node:crypto';
import { MirrorFacts } from '@hotpass/backstage-plugin-supply-chain-common';
import { toDocument } from './layout';
import { checksumsPage } from './pages/checksums';
import { evidencePages } from './pages/evidence';
import { findingsPages } from './pages/findings';
import { overviewPage } from './pages/overview';
import { policyPage } from './pages/policy';
import { provenancePage } from './pages/provenance';
import {
  newestReleasePage,
  releaseListPages,
  releasePages,
} from './pages/release';
import { retentionPages } from './pages/retention';
import { sbomPages } from './pages/sbom';
import { retiredPage } from './retired';
import { STYLESHEET, STYLESHEET_PATH } from './stylesheet';
import { Page, SiteContext } from './types';

/** Raised whenever the same facts give other pages. */
export const LAYOUT = '2';

/** What is known of the pages that are there. */
export interface PublishedBefore {
  /** Every file, relative to the site. */
  files: readonly string[];
  /** Since when a page has nothing to show, RFC 3339, by path. */
  retired: Readonly<Record<string, string>>;
}

/** All files of a site but `techdocs_metadata.json`. */
export interface Site {
  name: string;
  description: string;
  files: Map<string, string>;
  retired: Record<string, string>;
  /** SHA-256 of the files, with their names. */
  etag: string;
}

const INDEX = /(?:^|\/)index\.html$/;

/**
 * The pages of an entity's evidence; without facts all that was published is
 * replaced by tombstones.
 */
export function renderSite(options: {
  entityRef: string;
  facts?: MirrorFacts;
  portalPath: string;
  before: PublishedBefore;
  /** RFC 3339; only pages that retire now show it. */
  now: string;
}): Site {
  const { entityRef, facts, portalPath, before, now } = options;
  const pages = facts ? pagesOf({ entityRef, facts, portalPath }) : [];
  const paths = new Set(pages.map(page => page.path));
  const retired: Record<string, string> = {};
  const gone = facts ? before.files : [...before.files, 'index.html'];
  for (const file of gone) {
    if (!INDEX.test(file)) continue;
    const path = file.slice(0, -'index.html'.length);
    if (!paths.has(path)) retired[path] = before.retired[path] ?? now;
  }
  const all = [
    ...pages,
    ...Object.entries(retired).map(([path, since]) => retiredPage(path, since)),
  ];
  const name = `Evidence of ${facts?.posture.title ?? entityRef}`;
  const files = new Map(
    all.map(page => [`${page.path}index.html`, toDocument(page, name)]),
  );
  files.set(STYLESHEET_PATH, STYLESHEET);
  files.set('search/search_index.json', searchIndex(pages));
  return {
    name,
    description: `Supply-chain evidence of ${entityRef}`,
    files,
    retired,
    etag: etagOf(files),
  };
}

function pagesOf(context: SiteContext): Page[] {
  return [
    overviewPage(context),
    newestReleasePage(context),
    ...sbomPages(context),
    provenancePage(context),
    ...findingsPages(context),
    policyPage(context),
    checksumsPage(context),
    ...retentionPages(context),
    ...releaseListPages(context),
    ...releasePages(context),
    ...evidencePages(context),
  ];
}

function searchIndex(pages: Page[]): string {
  const docs = pages
    .filter(page => page.search !== undefined)
    .map(({ path, title, search }) => ({
      location: path,
      title,
      text: search,
    }));
  return JSON.stringify({ config: { lang: ['en'] }, docs });
}

function etagOf(files: Map<string, string>): string {
  const hash = createHash('sha256');
  for (const [file, text] of [...files].sort(([one], [other]) =>
    one < other ? -1 : 1,
  )) {
    hash.update(`${file}\0${Buffer.byteLength(text)}\0`).update(text);
  }
  return hash.digest('hex');
}
