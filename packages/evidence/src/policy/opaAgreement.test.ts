import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { canonicalJson } from '../facts/canonicalJson';
import { FactDocument } from '../facts/FactDocument';
import {
  corpusBom,
  describeWithCorpus,
  readBom,
} from '../__testUtils__/realBoms';
import { aRelease, anSbomRelease, placed } from '../__testUtils__/releases';
import { PolicyEngine } from './PolicyEngine';
import { defaultBundlePath, readBundle } from './readBundle';

const OPA = process.env.OPA ?? 'opa';
const SOURCES = join(__dirname, '../../../../policy');

/*
 * The compiled policy against OPA's own interpreter over the sources: the same
 * facts, the same answers. Needs `opa`, as developers of the policy have it.
 */
function describeWithOpa(name: string, tests: () => void) {
  if (hasOpa()) {
    describeWithCorpus(name, tests);
  } else {
    // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect
    it.skip(`${name}: opa is neither on the PATH nor named by OPA`, () => {});
  }
}

describeWithOpa('the compiled policy and opa eval', () => {
  it.each<[string, () => FactDocument]>([
    ['an empty release', () => aRelease()],
    ['a small SBOM', anSbomRelease],
    ['the yarn plugin', () => ofBom('backstage-app.yarn-plugin.cdx16.json')],
    ['cyclonedx-npm', () => ofBom('backstage-app.cyclonedx-npm.cdx17.json')],
    ['cdxgen', () => ofBom('chainloop.cdxgen.cdx15.json')],
  ])('agree on %s', async (_, facts) => {
    const { wasm, data } = await readBundle(defaultBundlePath());
    const engine = await PolicyEngine.create({
      wasm,
      entrypoint: 'supply_chain/decision',
      maxBytes: 512 * 1024 * 1024,
    });
    const input = canonicalJson(facts());

    expect(engine.evaluate(input, data)).toEqual(interpret(input));
  });
});

// Vulnerable throughout, so that the rules have much to say.
function ofBom(file: string): FactDocument {
  const bom = corpusBom(file);
  const findings = bom.components.slice(0, 120).map((component, row) => ({
    pointer: `/vulnerabilities/${row}`,
    vulnerability: `CVE-2026-${row}`,
    aliases: [],
    severity: row % 2 ? ('critical' as const) : ('high' as const),
    component: { ...component, key: component.purl! },
    fixedIn: row % 3 ? [`9.${row}.0`] : [],
    knownExploited: row % 5 === 0,
    status: row % 7 ? ('open' as const) : ('not_affected' as const),
  }));
  return aRelease({
    expected: [{ kind: 'provenance', level: 'required' }],
    evidence: [placed(readBom(bom, findings))],
  });
}

function interpret(input: Uint8Array): unknown {
  const output = execFileSync(
    OPA,
    [
      ...['eval', '--bundle', SOURCES, '--stdin-input', '--format', 'json'],
      'data.supply_chain.decision',
    ],
    { input, maxBuffer: 1 << 28 },
  );
  return JSON.parse(output.toString()).result[0].expressions[0].value;
}

function hasOpa(): boolean {
  try {
    execFileSync(OPA, ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
