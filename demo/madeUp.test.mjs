import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { scanReport, withFix, withPullRequest } from './madeUp.mjs';

function carried(name) {
  return gunzipSync(
    readFileSync(new URL(`evidence/${name}.gz`, import.meta.url)),
  );
}

test('the carried documents are the very bytes that the README names', () => {
  const readme = readFileSync(
    new URL('evidence/README.md', import.meta.url),
    'utf8',
  );
  for (const name of [
    'backstage-app.yarn-plugin.cdx16.json',
    'chainloop.cdxgen.cdx15.json',
  ]) {
    const digest = createHash('sha256').update(carried(name)).digest('hex');
    assert.ok(readme.includes(digest), `${name} ${digest}`);
  }
});

test('the made-up finding is about a component that is there, and its fix removes it', () => {
  const sbom = JSON.parse(carried('chainloop.cdxgen.cdx15.json'));
  const now = new Date('2026-01-01T00:00:00Z');
  const [match] = scanReport({ finding: true, now }).matches;
  assert.match(match.vulnerability.description, /Made up for this demo/);
  const { purl } = match.artifact;
  const purls = document => document.components.map(one => one.purl);
  assert.equal(purls(sbom).filter(one => one === purl).length, 1);

  const fixed = withFix(sbom);
  assert.ok(!JSON.stringify(fixed).includes(purl));
  assert.equal(purls(fixed).length, purls(sbom).length);
  const next = fixed.components.find(
    ({ name }) => name === match.artifact.name,
  );
  assert.deepEqual([next.version], match.vulnerability.fix.versions);
  assert.deepEqual(scanReport({ finding: false, now }).matches, []);
});

test('the made-up pull request adds one component and keeps the rest', () => {
  const sbom = JSON.parse(carried('backstage-app.yarn-plugin.cdx16.json'));
  const changed = withPullRequest(sbom);
  assert.equal(changed.components.length, sbom.components.length + 1);
  const refs = new Set(changed.components.map(one => one['bom-ref']));
  refs.add(changed.metadata.component['bom-ref']);
  for (const { ref, dependsOn = [] } of changed.dependencies) {
    for (const one of [ref, ...dependsOn]) assert.ok(refs.has(one), one);
  }
});
