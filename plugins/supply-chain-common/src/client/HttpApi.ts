import { readJson } from './readJson';
import {
  Call,
  Query,
  send,
  SupplyChainDiscovery,
  SupplyChainFetch,
} from './request';
import { CallOptions } from './SupplyChainApi';

/** The calls that every client makes of the routes below `/v1`. @internal */
export class HttpApi {
  readonly #api: {
    discoveryApi: SupplyChainDiscovery;
    fetchApi: SupplyChainFetch;
  };

  constructor(options: {
    discoveryApi: SupplyChainDiscovery;
    fetchApi: SupplyChainFetch;
  }) {
    this.#api = options;
  }

  /** The response itself, if it is a success. */
  send(route: string, call?: Call): Promise<Response> {
    return send(this.#api, route, call);
  }

  async json<T>(route: string, call?: Call): Promise<T> {
    return (await readJson(await this.send(route, call))) as T;
  }

  get<T>(route: string, query: Query = {}, call?: CallOptions): Promise<T> {
    return this.json(route, { ...call, query });
  }

  /** The items of a list that comes as a whole. */
  async items<T>(
    route: string,
    query?: Query,
    call?: CallOptions,
  ): Promise<T[]> {
    return (await this.get<{ items: T[] }>(route, query, call)).items;
  }

  post<T>(
    route: string,
    body: unknown,
    call?: CallOptions,
    idempotencyKey?: string,
  ): Promise<T> {
    return this.json(route, withBody(body, call, idempotencyKey));
  }

  /**
   * Sends bytes. Never as application/json: a proxy or body parser might read what has
   * to arrive as it is.
   */
  upload<T>(
    route: string,
    body: Blob | Uint8Array | ReadableStream<Uint8Array>,
    call: Call = {},
  ): Promise<T> {
    return this.json(route, {
      ...call,
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', ...call.headers },
      body: body as BodyInit,
    });
  }

  /** For routes that answer nothing. */
  async tell(route: string, body: unknown, call?: CallOptions): Promise<void> {
    await this.send(route, withBody(body, call));
  }
}

function withBody(
  body: unknown,
  call?: CallOptions,
  idempotencyKey?: string,
): Call {
  return {
    ...call,
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': idempotencyKey,
    },
    body: JSON.stringify(body),
  };
}
