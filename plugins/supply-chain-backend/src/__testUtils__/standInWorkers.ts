import { readFile } from 'node:fs/promises';
import { zstdCompressSync } from 'node:zlib';
import {
  DocumentFragment,
  EvidenceError,
  EvidenceWorkers,
  FactDocument,
  sha256Hex,
} from '@hotpass/supply-chain-evidence';

/**
 * Reads just enough of CycloneDX, and fails releases with a component called
 * `bad…`: for tests of what happens around reading and judging.
 */
export function standInWorkers(): EvidenceWorkers {
  return {
    async read(path) {
      const text = await readFile(path, 'utf8');
      let bom: any;
      try {
        bom = JSON.parse(text);
      } catch {
        throw new EvidenceError('invalid-json', 'It is not JSON.', { line: 1 });
      }
      if (bom.bomFormat !== 'CycloneDX') {
        throw new EvidenceError('unknown-format', 'No known format.');
      }
      const fragment = toFragment(bom);
      return {
        fragment,
        packed: zstdCompressSync(JSON.stringify(fragment)),
      };
    },
    async judge(bytes, { collection }) {
      const facts: FactDocument = JSON.parse(Buffer.from(bytes).toString());
      // Asked without facts, it tells the digests alone
      const bad = (facts.components?.name ?? [])
        .map((name, i) => ({ name, key: facts.components.purl[i] }))
        .filter(({ name }) => name.startsWith('bad'));
      return {
        verdict: bad.length > 0 ? 'failed' : 'passed',
        collection,
        policyDigest: `sha256:${'1'.repeat(64)}`,
        dataDigest: `sha256:${'2'.repeat(64)}`,
        factsDigest: `sha256:${sha256Hex(bytes)}`,
        rules: [
          {
            code: 'BAD-001',
            title: 'No bad components',
            description: 'Nobody wants them.',
            severity: 'high',
            collections: ['release'],
            controls: [],
            needs: ['sbom'],
            level: 'deny',
            waivable: true,
            source: 'bad.rego',
            status: bad.length > 0 ? 'violation' : 'passed',
            hits: bad.map(({ name, key }) => ({
              message: `${name} is bad`,
              solution: 'Remove it.',
              component: key,
            })),
            hitCount: bad.length,
            willFail: false,
          },
        ],
        counts: {
          total: 1,
          passed: bad.length > 0 ? 0 : 1,
          violations: bad.length > 0 ? 1 : 0,
          warnings: 0,
          notJudged: 0,
        },
      };
    },
    async assess() {
      throw new EvidenceError('unknown-format', 'This is no signed document.');
    },
    async describePolicy() {
      return { digest: `sha256:${'1'.repeat(64)}`, rules: [] };
    },
    async close() {},
  };
}

function toFragment(bom: any): DocumentFragment {
  const components: any[] = bom.components ?? [];
  const total = components.length;
  const all = { present: total, total };
  const refs = components.map(component => component['bom-ref']);
  const root = bom.metadata.component;
  return {
    recognised: {
      state: 'recognised',
      format: 'cyclonedx-json',
      version: bom.specVersion,
      mediaType: 'application/vnd.cyclonedx+json',
      kind: 'sbom',
      detectedBy: 'bomFormat == "CycloneDX"',
    },
    valid: { state: 'valid', defects: [], defectCount: 0 },
    signed: false,
    subjects: [],
    header: {
      authors: [],
      tools: [],
      lifecycles: [],
      root: {
        ref: root['bom-ref'],
        name: root.name,
        version: root.version,
        hashes: {},
      },
    },
    sbom: {
      root: { name: root.name, version: root.version },
      rootIsPlaceholder: false,
      authors: 0,
      supplier: false,
      lifecycles: [],
      timestamp: true,
      tool: false,
      counts: {
        producer: { present: 0, total },
        version: all,
        identifier: all,
        hash: { present: 0, total },
        licence: all,
        relationship: all,
      },
    },
    components: {
      key: components.map(({ purl }) => purl),
      packageKey: components.map(({ purl }) => purl.split('@')[0]),
      type: components.map(() => 'npm'),
      name: components.map(({ name }) => name),
      version: components.map(({ version }) => version),
      purl: components.map(({ purl }) => purl),
      licence: components.map(() => 0),
      direct: components.map(() => 1),
      pointer: components.map((_, i) => `/components/${i}`),
    },
    licences: ['MIT'],
    graph: (bom.dependencies ?? []).map((entry: any) => [
      refs.indexOf(entry.ref),
      ...(entry.dependsOn ?? []).map((ref: string) => refs.indexOf(ref)),
    ]),
    findings: [],
  };
}
