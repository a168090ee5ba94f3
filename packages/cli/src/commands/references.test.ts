import { FakePortal } from '../__testUtils__/FakePortal';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

const alive = 'a'.repeat(64);
const gone = 'c'.repeat(64);
const at = (page: string, name = 'evidence-component-api') =>
  `[text](https://portal.example/docs/shop/resource/${name}/${page})`;

let portal: FakePortal;
let folder: Folder;
beforeEach(async () => {
  folder = new Folder();
  portal = await FakePortal.start();
  portal.answer = ({ url }) => {
    if (url.pathname.includes('/component/shop/secret/')) {
      return {
        status: 403,
        body: { error: { name: 'NotAllowedError', message: 'You may not' } },
      };
    }
    if (url.pathname.endsWith('/releases')) {
      const items = url.pathname.includes('/component/shop/api/')
        ? [{ id: 'r1', version: '1.0.0' }]
        : [];
      return { status: 200, body: { items, totalItems: items.length } };
    }
    return {
      status: 200,
      body: { items: [{ id: 'e1', digest: `sha256:${alive}` }] },
    };
  };
});
afterEach(async () => {
  folder.remove();
  await portal.stop();
});

const run = (...args: string[]) =>
  runCli(['references', ...args, '--portal', portal.address], {
    cwd: folder.path,
    env: { SUPPLY_CHAIN_TOKEN: 'a-token' },
  });

it('finds what lives and what is dead, with its place', async () => {
  folder.write(
    'docs/playbook.md',
    `# Playbook\n\n${at(`evidence/${alive}/`)} ${at('')} ${at('sbom/2/')}\n` +
      `${at('releases/r1/')}\n${at(`evidence/${gone}/`)}\n${at(
        'releases/r9/',
      )}`,
  );
  folder.write('docs/node_modules/other.md', at(`evidence/${gone}/`));
  const { exitCode, stdout } = await run();
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/playbook\.md:5: dead: component:shop\/api/);
  expect(stdout).toMatch(/playbook\.md:6: dead: component:shop\/api/);
  expect(stdout).toMatch(/6 references, 2 dead, 0 not known/);
});

it('says 2 where it could not tell, and 0 where there is nothing to tell', async () => {
  folder.write('docs/a.md', at('', 'evidence-component-secret'));
  const denied = await run();
  expect(denied.exitCode).toBe(2);
  expect(denied.stdout).toMatch(/a\.md:1: unknown: .*You may not/);
  folder.write('docs/a.md', at('', `evidence-component-${'x'.repeat(44)}`));
  expect((await run()).exitCode).toBe(2);
  folder.write('docs/a.md', 'no link');
  expect((await run()).exitCode).toBe(0);
  folder.write('docs/a.md', at('', 'evidence-component-nothing'));
  expect((await run()).exitCode).toBe(1);
  expect((await run('nowhere')).exitCode).toBe(2);
});
