import { CompoundEntityRef } from '@backstage/catalog-model';
import { CallOptions } from '../client/SupplyChainApi';
import {
  errorOf,
  SupplyChainDiscovery,
  SupplyChainFetch,
} from '../client/request';
import { DocsError } from './DocsError';
import { readText } from './readText';

/** What TechDocs has published of an entity. @public */
export interface DocsSite {
  /** Address of its files, without a slash at the end. */
  url: string;
  /** Another one after each build; absent where the site does not say. */
  revision?: string;
  /** Its pages, relative to the site, such as `guide/index.html`. */
  pages: string[];
}

const METADATA = 'techdocs_metadata.json';

/**
 * The docs of entities as TechDocs serves them, over HTTP.
 *
 * @public
 */
export class PublishedDocs {
  readonly #discovery: SupplyChainDiscovery;
  readonly #fetch: typeof fetch;

  constructor(options: {
    discoveryApi: SupplyChainDiscovery;
    fetchApi: SupplyChainFetch;
  }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi.fetch;
  }

  /**
   * Nothing where none is published; rejects with a `ResponseError`, or a `DocsError`
   * for what is no site that can be looked through. Names are to be spelled as the
   * entity spells them.
   */
  async findSite(
    entity: CompoundEntityRef,
    call?: CallOptions,
  ): Promise<DocsSite | undefined> {
    const { kind, namespace, name } = entity;
    const base = await this.#discovery.getBaseUrl('techdocs');
    const path = [namespace, kind, name];
    // Publishers spell them in lower case, unless they are told to keep the case
    const spellings = [path.map(part => part.toLocaleLowerCase('en-US')), path];
    for (const spelling of spellings) {
      const place = spelling.map(encodeURIComponent).join('/');
      const url = `${base}/static/docs/${place}`;
      const text = await this.#read(`${url}/${METADATA}`, call);
      if (text !== undefined) return toSite(url, text);
    }
    return undefined;
  }

  /** The markup of a page; nothing where it is gone since. */
  async readPage(
    site: DocsSite,
    page: string,
    call?: CallOptions,
  ): Promise<string | undefined> {
    const path = page.split('/').map(encodeURIComponent).join('/');
    return await this.#read(`${site.url}/${path}`, call);
  }

  async #read(url: string, call?: CallOptions): Promise<string | undefined> {
    const headers: Record<string, string> = call?.token
      ? { Authorization: `Bearer ${call.token}` }
      : {};
    const get = this.#fetch;
    const response = await get(url, {
      headers,
      signal: call?.signal,
      // Nothing is where it says to look elsewhere, and no token goes there
      redirect: 'manual',
    });
    const { ok, status } = response;
    if (ok) return await readText(response);
    if (status !== 404 && (status < 300 || status > 399)) {
      throw await errorOf(response);
    }
    await response.body?.cancel();
    return undefined;
  }
}

function toSite(url: string, text: string): DocsSite {
  let metadata: { etag?: unknown; build_timestamp?: unknown; files?: unknown };
  try {
    metadata = JSON.parse(text);
  } catch {
    throw new DocsError(`Its ${METADATA} is no JSON`);
  }
  const { files, etag, build_timestamp: built } = metadata ?? {};
  if (!Array.isArray(files)) {
    throw new DocsError(`Its ${METADATA} lists no files: build the docs again`);
  }
  const said = [etag, built].filter(part => part !== undefined);
  return {
    url,
    ...(said.length > 0 && { revision: said.join(' ') }),
    pages: files.filter(
      (file): file is string =>
        typeof file === 'string' &&
        /\.html?$/i.test(file) &&
        !file.split('/').some(part => part === '' || /^\.+$/.test(part)),
    ),
  };
}
