import { createHash } from 'node:crypto';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';

export interface Arrived {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  size: number;
  /** As UTF-8. */
  body: string;
  /** `sha256:<hex>` of the body as it arrived. */
  digest: string;
}

/** Status, headers and JSON body or text; `drop` closes the connection without an answer. */
export type Answer =
  | {
      status: number;
      headers?: Record<string, string>;
      body?: unknown;
      text?: string;
    }
  | 'drop';

/** A real HTTP server that answers from a list and keeps what arrived. */
export class FakePortal {
  readonly arrived: Arrived[] = [];
  readonly answers: Answer[] = [];
  /** Answers what the list does not. */
  answer?: (arrived: Arrived) => Answer;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) =>
      this.#handle(request, response),
    );
  }

  static async start(): Promise<FakePortal> {
    const portal = new FakePortal();
    await new Promise<void>(resolve =>
      portal.#server.listen(0, '127.0.0.1', resolve),
    );
    return portal;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const hash = createHash('sha256');
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      hash.update(chunk);
      chunks.push(chunk);
    }
    const body = Buffer.concat(chunks);
    const arrived: Arrived = {
      method: request.method!,
      url: new URL(request.url!, this.address),
      headers: request.headers,
      size: body.length,
      body: body.toString('utf8'),
      digest: `sha256:${hash.digest('hex')}`,
    };
    this.arrived.push(arrived);
    const answer = this.answers.shift() ?? this.answer?.(arrived);
    if (!answer || answer === 'drop') {
      response.destroy();
      return;
    }
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      ...answer.headers,
    });
    response.end(answer.text ?? JSON.stringify(answer.body));
  }
}
