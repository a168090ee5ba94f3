import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { changeCommands, releaseCommands } from './ownPipeline.mjs';

const NO_PORTAL = /SUPPLY_CHAIN_PORTAL == ''/;

/** A command without its values: its name and its flags. */
const shapeOf = ([name, ...args]) => [
  name,
  ...args.filter(arg => arg.startsWith('--')).sort(),
];

/** The commands that a workflow runs where it has a portal. */
function commandsIn(file) {
  const url = new URL(`../.github/workflows/${file}`, import.meta.url);
  const { jobs } = parse(readFileSync(url, 'utf8'));
  const scripts = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .filter(step => step.run && !NO_PORTAL.test(step.if ?? ''))
    .map(({ run }) => run.replaceAll('\\\n', ' '));
  return [...scripts.join('\n').matchAll(/^yarn supply-chain (.+)$/gm)].map(
    ([, line]) =>
      shapeOf(
        line
          .replace(/\|\|.*/, '')
          .trim()
          .split(/\s+/),
      ),
  );
}

const at = name => `demo/${name}`;

test('the demo runs what the workflow of a release runs', () => {
  const commands = releaseCommands({
    at,
    version: '1.0.0',
    output: at('cli.tar'),
    built: 'git archive',
    startedAt: '2026-01-01T00:00:00Z',
  });
  assert.deepEqual(
    commands.map(shapeOf).map(parts => parts.filter(p => p !== '--repository')),
    commandsIn('evidence-release.yml'),
  );
});

test('the demo runs what the workflow of a pull request runs', () => {
  assert.deepEqual(
    changeCommands({ at, change: 'main@abc' }).map(shapeOf),
    commandsIn('evidence-pull-request.yml'),
  );
});

test('with a Sigstore it signs what it makes, and sends what was signed', () => {
  const commands = releaseCommands({
    at,
    version: '1.0.0',
    output: at('cli.tar'),
    built: 'git archive',
    startedAt: '2026-01-01T00:00:00Z',
    signed: true,
  });
  const signing = commands.filter(command => command.includes('--sign'));
  assert.deepEqual(
    signing.map(([name]) => name),
    ['sbom', 'provenance', 'checksums'],
  );
  const push = commands.find(([name]) => name === 'push');
  assert.deepEqual(push.slice(1, -2), [
    'demo/supply-chain-cli/sbom.cdx.json.sigstore.json',
    'demo/supply-chain-cli/provenance.sigstore.json',
    'demo/supply-chain-cli/checksums.txt',
    'demo/supply-chain-cli/checksums.txt.sigstore.json',
  ]);
});

test('without an output nothing is said of one', () => {
  const said = releaseCommands({ at, version: '1.0.0' }).flat();
  assert.ok(!said.includes(undefined));
  assert.ok(!said.includes('provenance') && !said.includes('checksums'));
});
