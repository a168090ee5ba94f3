import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, timed } from '../lib/measure.mjs';
import { source } from '../lib/sources.mjs';

const module = 'plugins/techdocs-backend-module-supply-chain';
const require = createRequire(
  new URL(`../../${module}/package.json`, import.meta.url),
);
const SITES = 1000;
const COMPONENTS = 150;

/** Design section 11: a site is rendered and published with TechDocs' local publisher. */
export const mirror = {
  name: 'mirror',
  title: `${SITES} TechDocs sites of ${COMPONENTS} components with the local publisher`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'supply-chain-bench-docs-'));
    try {
      return await measure(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(folder) {
  const { ConfigReader } = require('@backstage/config');
  const { Publisher } = require('@backstage/plugin-techdocs-node');
  const { SitePublisher } = source(`${module}/src/publish/SitePublisher.ts`);
  const { PublishedSites } = source(`${module}/src/publish/PublishedSites.ts`);
  const { factsOf } = source(`${module}/src/__testUtils__/facts.ts`);
  const silent = { info() {}, debug() {}, warn() {}, error: console.error };
  silent.child = () => silent;
  const publisher = await Publisher.fromConfig(
    new ConfigReader({
      techdocs: {
        publisher: { type: 'local', local: { publishDirectory: folder } },
      },
    }),
    {
      logger: silent,
      discovery: { getBaseUrl: async () => 'http://localhost' },
    },
  );
  const sites = new PublishedSites({ publisher });
  const settings = { portalPath: '', hasCache: false };
  const own = new SitePublisher({ publisher, sites, settings, cache: {} });
  const facts = factsOf({ components: COMPONENTS });
  const took = [];
  const all = await timed(async () => {
    for (let site = 0; site < SITES; site++) {
      const began = performance.now();
      await own.publish({
        entityRef: `component:default/svc-${site}`,
        companionRef: `resource:default/evidence-component-svc-${site}`,
        interrupted: false,
        facts,
      });
      took.push(performance.now() - began);
    }
  });
  return [
    {
      label: 'render and publish a site, CPU',
      value: all.cpu / SITES,
      unit: 'ms',
      first: 25,
      goal: 20,
    },
    {
      label: 'render and publish a site, median of wall time',
      value: median(took),
      unit: 'ms',
    },
    {
      label: `${SITES} sites, one after the other`,
      value: all.wall / 1000,
      unit: 's',
      first: 30,
      goal: 20,
    },
  ];
}
