import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  fulcioHandler,
  initializeCA,
  initializeCTLog,
  initializeTSA,
  tsaHandler,
} from '@sigstore/mock';
import { withIdentity } from './jobToken';
import { RekorV1 } from './RekorV1';
import { RekorV2 } from './RekorV2';
import { trustedRootJson } from './trustedRootJson';

/** What each service takes for the time. */
export interface Clocks {
  certificate: () => Date;
  log: () => Date;
  timestamp: () => Date;
}

/** A Sigstore of one's own, on the loopback interface. */
export interface PrivateSigstore {
  /** Base address of Fulcio, of both Rekors and of the timestamp authority. */
  url: string;
  /** Base address of a second Rekor that keeps envelopes in the form before. */
  olderRekorUrl: string;
  /** Its `trusted_root.json`, parsed. */
  trustedRoot: any;
  /** May be set, to sign at other times. */
  clocks: Clocks;
  close(): Promise<void>;
}

const DAY = 24 * 60 * 60 * 1000;
const ecKeys = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

/**
 * Starts Fulcio with a certificate log, a timestamp authority, and Rekor v1 and v2,
 * all with real cryptography and keys that are forgotten when it ends. For tests.
 */
export async function startPrivateSigstore(
  options: { port?: number } = {},
): Promise<PrivateSigstore> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const clocks: Clocks = {
    certificate: () => new Date(),
    log: () => new Date(),
    timestamp: () => new Date(),
  };

  const certificateLog = await initializeCTLog(ecKeys());
  const authority = await initializeCA(ecKeys(), certificateLog);
  const timestamps = await initializeTSA(ecKeys());
  follow(authority, () => clocks.certificate());
  // DER leaves zeros at the end of a fraction out, which verifiers cannot read
  follow(timestamps, () => wholeSecond(clocks.timestamp()));
  const rekorV1 = new RekorV1('127.0.0.1', () => clocks.log());
  const rekorV2 = new RekorV2('127.0.0.1');
  const fulcio = fulcioHandler(authority, { subjectClaim: 'identity' });
  const authorityOfTime = tsaHandler(timestamps);

  const created = (json: object) => ({
    statusCode: 201,
    contentType: 'application/json',
    response: JSON.stringify(json),
  });
  const routes: Record<string, (body: string) => Promise<Answer> | Answer> = {
    [fulcio.path]: body => fulcio.fn(withIdentity(body)),
    [authorityOfTime.path]: authorityOfTime.fn,
    '/api/v1/log/entries': body => created(rekorV1.add(JSON.parse(body))),
    '/api/v2/log/entries': body =>
      created(rekorV2.add(JSON.parse(body), 'hashedrekord')),
    '/older/api/v2/log/entries': body =>
      created(rekorV2.add(JSON.parse(body), 'dsse')),
  };
  server.on('request', async (request, response) => {
    const route = routes[request.url ?? ''];
    try {
      const answer = route
        ? await route(await text(request))
        : { statusCode: 404, response: '' };
      response
        .writeHead(answer.statusCode, {
          'content-type': answer.contentType ?? 'text/plain',
        })
        .end(answer.response);
    } catch (error) {
      response.writeHead(400).end(String(error));
    }
  });

  return {
    url,
    olderRekorUrl: `${url}/older`,
    clocks,
    trustedRoot: trustedRootJson({
      url,
      since: new Date(Date.now() - DAY),
      authority: [bytesOf(authority.rootCertificate)],
      timestamps: [
        bytesOf(timestamps.intCertificate),
        bytesOf(timestamps.rootCertificate),
      ],
      certificateLog: {
        publicKey: certificateLog.publicKey,
        logId: Buffer.from(bytesOf(certificateLog.logID)),
      },
      logs: [
        { publicKey: rekorV1.publicKey, logId: rekorV1.logId },
        {
          publicKey: rekorV2.publicKey,
          logId: rekorV2.logId,
          ed25519: true,
        },
      ],
    }),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()));
      });
    },
  };
}

interface Answer {
  statusCode: number;
  response: string | ArrayBufferView;
  contentType?: string;
}

// They take one time for good; these shall sign at times of the test's choice
function follow(service: object, now: () => Date): void {
  Object.assign(service, { getCurrentTime: now });
}

function wholeSecond(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1000) * 1000);
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
