import { ResponseError } from '@backstage/errors';
import { CallOptions } from './SupplyChainApi';

/** Finds the plugin; Backstage's `discoveryApiRef` and `coreServices.discovery` both fit. @public */
export interface SupplyChainDiscovery {
  /** Address of the plugin's backend, without a slash at the end. */
  getBaseUrl(pluginId: string): Promise<string>;
}

/** The fetch to use; Backstage's `fetchApiRef` fits. @public */
export interface SupplyChainFetch {
  /** Called with an absolute address. */
  fetch: typeof fetch;
}

/** Query parameters; a list is repeated, `undefined` is left out. @internal */
export type Query = Record<
  string,
  string | number | boolean | readonly string[] | undefined
>;

/** One HTTP call below `/v1`. @internal */
export interface Call extends CallOptions {
  method?: 'GET' | 'POST';
  query?: Query;
  headers?: Record<string, string | undefined>;
  body?: BodyInit;
}

/** A path whose values are escaped. @internal */
export function path(
  strings: TemplateStringsArray,
  ...values: string[]
): string {
  return strings.reduce(
    (result, part, index) =>
      result +
      part +
      (index < values.length ? encodeURIComponent(values[index]) : ''),
    '',
  );
}

function search(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) params.append(name, String(one));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

function headersOf(call: Call): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(call.headers ?? {})) {
    if (value !== undefined) headers[name] = value;
  }
  if (call.token) headers.Authorization = `Bearer ${call.token}`;
  return headers;
}

/**
 * `ResponseError`'s own message is only "Request failed with 415"; ours is the
 * sentence that the server wrote for a person.
 *
 * @internal
 */
export async function errorOf(response: Response): Promise<ResponseError> {
  const error = await ResponseError.fromResponse(response);
  const said = error.body?.error?.message;
  if (said) error.message = said;
  return error;
}

/** Sends one call and returns the response if it is a success. @internal */
export async function send(
  api: { discoveryApi: SupplyChainDiscovery; fetchApi: SupplyChainFetch },
  route: string,
  call: Call = {},
): Promise<Response> {
  const baseUrl = await api.discoveryApi.getBaseUrl('supply-chain');
  const init: RequestInit & { duplex?: 'half' } = {
    method: call.method ?? 'GET',
    headers: headersOf(call),
    body: call.body,
    signal: call.signal,
  };
  // fetch takes a stream as body only half duplex; the property is not in every DOM typing yet.
  if (call.body instanceof ReadableStream) init.duplex = 'half';
  const response = await api.fetchApi.fetch(
    `${baseUrl}/v1${route}${search(call.query ?? {})}`,
    init,
  );
  if (!response.ok) throw await errorOf(response);
  return response;
}
