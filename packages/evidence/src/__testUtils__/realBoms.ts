import { readFileSync } from 'node:fs';
import { DocumentFragment } from '../facts/DocumentFragment';
import { toFragment } from '../facts/toFragment';
import { ReportedFinding } from '../model/Finding';
import { readEvidence } from '../readEvidence';
import { corpus, describeWith } from './sharedFolder';

/*
 * Real SBOMs for the rules' tests, as parsed JSON that a test can edit the way a
 * solution says, and read again as the product reads them.
 */

export interface Bom {
  metadata: {
    timestamp?: string;
    authors?: object[];
    lifecycles?: object[];
    tools?: { components?: { name: string; version?: string }[] };
    component?: { 'bom-ref'?: string; name: string; version?: string };
  };
  components: BomComponent[];
  dependencies?: { ref: string; dependsOn?: string[] }[];
}

export interface BomComponent {
  'bom-ref': string;
  type?: string;
  group?: string;
  name: string;
  version?: string;
  purl?: string;
  supplier?: object;
  hashes?: { alg: string; content: string }[];
  licenses?: {
    license?: { id?: string; name?: string };
    expression?: string;
  }[];
}

/** `describe`, or a skipped test that says why where the corpus is not beside the repository. */
export function describeWithCorpus(name: string, tests: () => void): void {
  describeWith(corpus('sbom'), name, tests);
}

export function corpusText(file: string): string {
  return readFileSync(corpus(file), 'utf8');
}

export function corpusBom(file: string): Bom {
  return JSON.parse(corpusText(`sbom/${file}`));
}

/** The fragment of an SBOM, with findings as if a scanner had said them of it. */
export function readBom(
  bom: Bom,
  findings: ReportedFinding[] = [],
): DocumentFragment {
  const fragment = toFragment(readEvidence(Buffer.from(JSON.stringify(bom))));
  return { ...fragment, findings: [...fragment.findings, ...findings] };
}
