import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CallOptions } from '@hotpass/backstage-plugin-supply-chain-common';
import { Portal } from './connect';
import { READING } from './JobTokens';
import { queryCatalog } from './queryCatalog';

const PAGE = 500;
/** Enough to find a mistyped name, and no load on the portal. */
const MOST_PAGES = 20;

interface Page {
  refs: string[];
  nextCursor?: string;
}

/** Asked once: a suggestion is not worth waiting for. */
async function callOptions({ tokens }: Portal): Promise<CallOptions> {
  return {
    token: await tokens.get(READING),
    signal: AbortSignal.timeout(10_000),
  };
}

async function allPages(
  read: (cursor: string | undefined) => Promise<Page>,
): Promise<string[]> {
  const refs: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const next = await read(cursor);
    refs.push(...next.refs);
    cursor = next.nextCursor;
    if (!cursor) break;
  }
  return refs;
}

/** Entities of a kind that the catalog shows to this token. */
async function fromCatalog(portal: Portal, kind: string): Promise<string[]> {
  return await allPages(async cursor => {
    const fields = ['kind', 'metadata.namespace', 'metadata.name'];
    const page = await queryCatalog(
      portal,
      { filter: [`kind=${kind}`], fields, cursor },
      await callOptions(portal),
    );
    return {
      refs: page.items.map(
        ({ kind: itemKind, metadata: { namespace, name } }) =>
          stringifyEntityRef({ kind: itemKind, namespace, name }),
      ),
      nextCursor: page.nextCursor,
    };
  });
}

/** Entities in scope whose evidence this token may read. */
async function fromPortfolio(portal: Portal): Promise<string[]> {
  return await allPages(async cursor => {
    const { items, nextCursor } = await portal.client.getPortfolio(
      { cursor, limit: PAGE, sort: 'entity' },
      await callOptions(portal),
    );
    return { refs: items.map(item => item.entityRef), nextCursor };
  });
}

/**
 * Entities that the caller may read: the catalog's, else the portfolio's, else
 * `undefined`. A token that may only send may read neither, which is no error.
 */
export async function listEntityRefs(
  portal: Portal,
  kind: string,
): Promise<string[] | undefined> {
  try {
    return await fromCatalog(portal, kind);
  } catch {
    // A pipeline's own token is none for the catalog.
  }
  try {
    return await fromPortfolio(portal);
  } catch {
    return undefined;
  }
}
