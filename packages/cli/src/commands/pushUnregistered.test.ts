import { parse } from 'yaml';
import { Arrived, FakePortal } from '../__testUtils__/FakePortal';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

let portal: FakePortal;
let folder: Folder;
let catalog: (
  arrived: Arrived,
) => ReturnType<NonNullable<FakePortal['answer']>>;
let portfolio: typeof catalog;

const denied = {
  status: 403,
  body: {
    error: { name: 'NotAllowedError', message: 'no' },
    response: { statusCode: 403 },
  },
};
const unknown = {
  status: 404,
  body: {
    error: {
      name: 'NotFoundError',
      message: "Entity 'component:default/chainlop' not found",
      code: 'entity-unknown',
    },
    response: { statusCode: 404 },
  },
};

beforeEach(async () => {
  portal = await FakePortal.start();
  folder = new Folder();
  folder.write('bom.json', '{}');
  folder.write('two.json', '{"a":1}');
  catalog = () => denied;
  portfolio = () => denied;
  portal.answer = arrived => {
    const { pathname } = arrived.url;
    if (pathname === '/api/catalog/entities/by-query') return catalog(arrived);
    if (pathname.endsWith('/v1/portfolio')) return portfolio(arrived);
    return unknown;
  };
});
afterEach(async () => {
  await portal.stop();
  folder.remove();
});

const push = (entity: string, ...args: string[]) =>
  runCli(
    [
      'push',
      'bom.json',
      'two.json',
      '--entity',
      entity,
      '--release',
      '1',
      ...args,
    ],
    {
      cwd: folder.path,
      env: {
        SUPPLY_CHAIN_PORTAL: portal.address,
        SUPPLY_CHAIN_TOKEN: 'secret-token',
      },
    },
  );
const entity = (name: string, namespace?: string) => ({
  kind: 'Component',
  metadata: { name, namespace },
});

describe('push for an entity that is not registered', () => {
  it('names the closest of the catalog, page by page, and the file to add', async () => {
    catalog = ({ url: { searchParams } }) => ({
      status: 200,
      body: searchParams.get('cursor')
        ? {
            items: [entity('chainloop'), entity('chain-shop', 'x')],
            pageInfo: {},
          }
        : {
            items: [entity('web'), entity('chainlop', 'other')],
            pageInfo: { nextCursor: 'more' },
          },
    });
    const { stdout, stderr, exitCode } = await push('chainlop');
    expect(exitCode).toBe(2);
    expect(stderr).toContain("✖ bom.json: Entity 'component:default/chainlop'");
    expect(stdout).toContain(
      'Did you mean component:other/chainlop or component:default/chainloop?',
    );
    expect(stdout).not.toMatch(/web|chain-shop/);
    const yaml = stdout.slice(
      stdout.indexOf('apiVersion'),
      stdout.indexOf('✖ Not delivered'),
    );
    expect(parse(yaml)).toMatchObject({
      kind: 'Component',
      metadata: { name: 'chainlop' },
      spec: { type: 'service', owner: null },
    });
    // The second file would only be refused again
    expect(stdout).toContain('✖ Not delivered: 2 of 2.');
    expect(portal.arrived.filter(a => a.method === 'POST')).toHaveLength(1);
    expect(portal.arrived[1].headers.authorization).toBe('Bearer secret-token');
  });

  it('asks the portfolio where the catalog is closed', async () => {
    portfolio = () => ({
      status: 200,
      body: { items: [{ entityRef: 'component:default/chainloop' }] },
    });
    const { stdout } = await push('chainlop', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      exitCode: 2,
      registration: {
        closest: ['component:default/chainloop'],
        catalogInfo: expect.stringContaining('name: chainlop'),
      },
    });
  });

  it('invents nothing where it may read nothing, or nothing is close', async () => {
    expect((await push('chainlop')).stdout).not.toContain('Did you mean');
    catalog = () => ({ status: 200, body: { items: [entity('payments')] } });
    const { stdout } = await push('api:1.0/v2');
    expect(stdout).not.toContain('Did you mean');
    // An API needs a definition, which only its owner has
    expect(stdout).not.toContain('apiVersion');
  });

  it('does not call an entity unregistered that is', async () => {
    catalog = () => ({ status: 200, body: { items: [entity('chainlop')] } });
    const { stdout } = await push('chainlop');
    expect(stdout).not.toContain('not registered');
  });
});
