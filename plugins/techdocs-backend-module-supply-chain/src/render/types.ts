import { MirrorFacts } from '@hotpass/backstage-plugin-supply-chain-common';
import { Html } from './html';

/** One page of a site. */
export interface Page {
  /** Its directory below the site, with a slash at the end; empty for the first. */
  path: string;
  title: string;
  body: Html;
  /**
   * What search finds it by: names and digests. Search shows its text to all who may
   * see the companion, so findings and components stay out of it.
   */
  search?: string;
}

/** What pages are made from. */
export interface SiteContext {
  entityRef: string;
  facts: MirrorFacts;
  /** Path below which the portal's pages are, without a slash at the end. */
  portalPath: string;
}
