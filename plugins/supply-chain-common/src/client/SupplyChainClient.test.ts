import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { SupplyChainClient } from './SupplyChainClient';

const base = 'http://portal.example/api/supply-chain';
const server = setupServer();
const client = new SupplyChainClient({
  discoveryApi: { getBaseUrl: async id => `http://portal.example/api/${id}` },
  fetchApi: { fetch: (...args) => fetch(...args) },
});
const key = {
  entityRef: 'component:default/chainloop',
  releaseId: 'r/1 2',
};
const release = `${base}/v1/entities/component/default/chainloop/releases/r%2F1%202`;

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** Answers any route and keeps what was asked. */
function record(answer: () => Response = () => HttpResponse.json({})) {
  const seen: {
    method: string;
    url: string;
    headers: Headers;
    body: string;
  }[] = [];
  server.use(
    http.all(`${base}/*`, async ({ request }) => {
      seen.push({
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: await request.text(),
      });
      return answer();
    }),
  );
  return seen;
}

describe('SupplyChainClient', () => {
  it('streams a document with its placement, outputs repeated', async () => {
    const seen = record(() =>
      HttpResponse.json(
        { id: 'receipt-1', status: 'processing', at: '2026-01-01T00:00:00Z' },
        { status: 202 },
      ),
    );
    const chunks = ['{"bomFormat"', ':"CycloneDX"}'];
    const receipt = await client.submit(
      {
        entityRef: 'component:default/a b',
        release: '1.0.0+x',
        channel: 'change',
        outputs: ['sha256:aa=one', 'sha512:bb=two & three'],
        fileName: 'bom.json',
        idempotencyKey: 'key-12345678',
        contentEncoding: 'gzip',
        body: new ReadableStream({
          pull(controller) {
            const next = chunks.shift();
            if (next === undefined) controller.close();
            else controller.enqueue(new TextEncoder().encode(next));
          },
        }),
      },
      { token: 'secret' },
    );

    expect(receipt.status).toBe('processing');
    const [{ method, url, headers, body }] = seen;
    const { pathname, searchParams } = new URL(url);
    expect(`${method} ${pathname}`).toBe('POST /api/supply-chain/v1/artifacts');
    expect(searchParams.get('entity')).toBe('component:default/a b');
    expect(searchParams.get('release')).toBe('1.0.0+x');
    expect(searchParams.getAll('outputs')).toEqual([
      'sha256:aa=one',
      'sha512:bb=two & three',
    ]);
    expect(searchParams.has('line')).toBe(false);
    expect(searchParams.has('body')).toBe(false);
    expect(headers.get('authorization')).toBe('Bearer secret');
    expect(headers.get('idempotency-key')).toBe('key-12345678');
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(body).toBe('{"bomFormat":"CycloneDX"}');
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['GET', () => client.getReceipt('a/b'), '/v1/receipts/a%2Fb'],
    [
      'GET',
      () => client.getPosture('Component:default/x', { release: 'r1' }),
      '/v1/entities/component/default/x/posture?release=r1',
    ],
    [
      'GET',
      () => client.getReleases('component:default/x', { limit: 5 }),
      '/v1/entities/component/default/x/releases?limit=5',
    ],
    [
      'GET',
      () => client.getGate('component:default/x', { release: '7@abc' }),
      '/v1/entities/component/default/x/gate?release=7%40abc',
    ],
    [
      'GET',
      () => client.getPortfolio({ state: ['cannot-ship', 'not-known'] }),
      '/v1/portfolio?state=cannot-ship&state=not-known',
    ],
    [
      'GET',
      () => client.getHealthMatrix({ owner: ['group:default/devops'] }),
      '/v1/health/matrix?owner=group%3Adefault%2Fdevops',
    ],
    [
      'GET',
      () => client.getArrivals({ outcome: 'refused' }),
      '/v1/health/arrivals?outcome=refused',
    ],
    ['GET', () => client.getPipelineStatus(), '/v1/health/status'],
    ['GET', () => client.getPipelineMappings(), '/v1/pipelines/mappings'],
    [
      'POST',
      () => client.explainPipeline({ iss: 'https://ci.example' }),
      '/v1/pipelines/explain',
    ],
    [
      'GET',
      () => client.getWhereUsed({ purl: 'pkg:npm/%40a/b@1' }),
      '/v1/where-used?purl=pkg%3Anpm%2F%2540a%2Fb%401',
    ],
  ])('%s %#', async (method, call, expected) => {
    const seen = record();
    await call();
    expect(seen).toHaveLength(1);
    expect(seen[0].method).toBe(method);
    expect(seen[0].url).toBe(`${base}${expected}`);
  });

  it('escapes the release and unwraps lists', async () => {
    const seen = record(() =>
      HttpResponse.json({ items: [{ id: 'e1' }], paths: [['a', 'b']] }),
    );
    expect(await client.getEvidence(key)).toEqual([{ id: 'e1' }]);
    expect(await client.getProvenance(key)).toEqual([{ id: 'e1' }]);
    expect(await client.getHealthCauses()).toEqual([{ id: 'e1' }]);
    expect(await client.getPaths(key, 'pkg:npm/a@1')).toEqual([['a', 'b']]);
    await client.getComponents(key, { query: 'x', order: 'desc' });
    await client.getFindings(key, { severity: 'high' });
    await client.getDecision(key);
    await client.getDiff(key, { base: 'r0' });
    expect(seen.map(({ url }) => url)).toEqual([
      `${release}/evidence`,
      `${release}/provenance`,
      `${base}/v1/health/causes`,
      `${release}/paths?component=pkg%3Anpm%2Fa%401`,
      `${release}/components?query=x&order=desc`,
      `${release}/findings?severity=high`,
      `${release}/decision`,
      `${release}/diff?base=r0`,
    ]);
  });

  it('downloads the exact bytes and withdraws with a reason', async () => {
    const bytes = new Uint8Array([0, 255, 10, 13]);
    record(() => new HttpResponse(bytes));
    const blob = await client.downloadEvidence(key, 'e1');
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes);

    server.resetHandlers();
    const seen = record();
    await client.withdrawEvidence(key, 'e1', 'wrong file');
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: `${release}/evidence/e1/withdraw`,
      body: '{"reason":"wrong file"}',
    });
  });

  it('records a promotion', async () => {
    const seen = record();
    const at = { release: '1.0.0+x', stage: 'production' };
    await client.recordPromotion('Component:default/x', {
      ...at,
      idempotencyKey: 'key-12345678',
    });
    const [{ method, url, headers, body }] = seen;
    expect(`${method} ${url}`).toBe(
      `POST ${base}/v1/entities/component/default/x/promotions`,
    );
    expect(headers.get('idempotency-key')).toBe('key-12345678');
    expect(headers.get('content-type')).toBe('application/json');
    expect(JSON.parse(body)).toEqual(at);
  });

  it('rejects with the sentence, the place and the status of the server', async () => {
    record(() =>
      HttpResponse.json(
        {
          error: {
            name: 'UnsupportedMediaTypeError',
            message: 'Say what it is with kind=…',
            code: 'unknown-format',
            pointer: '/metadata',
          },
          response: { statusCode: 415 },
        },
        { status: 415 },
      ),
    );
    await expect(client.getPipelineStatus()).rejects.toMatchObject({
      name: 'ResponseError',
      message: 'Say what it is with kind=…',
      statusCode: 415,
      body: { error: { code: 'unknown-format', pointer: '/metadata' } },
    });
  });

  it('shows characters that would reorder a page as escapes', async () => {
    record(() =>
      HttpResponse.json({
        items: [{ name: 'evil\u202egpj.exe\u2066', version: 'é 👩‍🔧' }],
      }),
    );
    await expect(client.getComponents(key)).resolves.toMatchObject({
      items: [{ name: 'evil\\u{202e}gpj.exe\\u{2066}', version: 'é 👩‍🔧' }],
    });
  });
});
