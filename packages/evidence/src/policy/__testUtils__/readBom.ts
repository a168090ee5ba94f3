import { readFileSync } from 'node:fs';
import { DocumentFragment } from '../../facts/DocumentFragment';
import { Count } from '../../facts/FactDocument';
import { ReportedFinding } from '../../model/Finding';
import { corpus, describeWith } from '../../testing/sharedFolder';
import { aFragment } from './releases';

/*
 * Real SBOMs for the rules' tests, as parsed JSON that a test can edit the way a
 * solution says. This reads only what rules look at, and only CycloneDX JSON: it
 * keeps these tests about rules. The product's reader has tests of its own.
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

export function readBom(
  bom: Bom,
  findings: ReportedFinding[] = [],
): DocumentFragment {
  const { metadata, components } = bom;
  const licences = new Map<string, number>();
  const rootRef = metadata.component?.['bom-ref'];
  const direct = new Set(
    bom.dependencies?.find(({ ref }) => ref === rootRef)?.dependsOn,
  );
  const related = new Set(bom.dependencies?.map(({ ref }) => ref));
  const tools = metadata.tools?.components ?? [];
  const column = <T>(of: (component: BomComponent, row: number) => T) =>
    components.map(of);
  const count = (has: (component: BomComponent) => unknown): Count => ({
    present: components.filter(has).length,
    total: components.length,
  });
  const fullName = (component: BomComponent) =>
    [component.group, component.name].filter(Boolean).join('/');
  return aFragment('sbom', 'cyclonedx-json', {
    // Neither the package manager nor a library made the file.
    generator: tools.find(({ name }) =>
      /^(cdxgen|cyclonedx-npm|yarn-plugin-cyclonedx)$/.test(name),
    ),
    sbom: {
      root: metadata.component && {
        name: metadata.component.name,
        version: metadata.component.version,
      },
      rootIsPlaceholder: false,
      authors: metadata.authors?.length ?? 0,
      supplier: false,
      lifecycles: metadata.lifecycles?.map(String) ?? [],
      timestamp: metadata.timestamp !== undefined,
      tool: tools.length > 0,
      counts: {
        producer: count(component => component.supplier),
        version: count(component => component.version),
        identifier: count(component => component.purl),
        hash: count(component => component.hashes?.length),
        licence: count(licenceOf),
        relationship: count(component => related.has(component['bom-ref'])),
      },
    },
    components: {
      key: column(component => component.purl ?? fullName(component)),
      packageKey: column(component => component.purl?.split('@')[0] ?? ''),
      type: column(() => 'npm'),
      name: column(fullName),
      version: column(component => component.version ?? ''),
      purl: column(component => component.purl ?? ''),
      licence: column(component => {
        const licence = licenceOf(component);
        if (licence === undefined) {
          return -1;
        }
        const known = licences.get(licence) ?? licences.size;
        licences.set(licence, known);
        return known;
      }),
      direct: column(component => (direct.has(component['bom-ref']) ? 1 : 0)),
      pointer: column((_, row) => `/components/${row}`),
    },
    licences: [...licences.keys()],
    findings,
  });
}

function licenceOf({ licenses = [] }: BomComponent): string | undefined {
  const said = licenses.map(
    ({ license, expression }) => expression ?? license?.id ?? license?.name,
  );
  return said.length ? said.join(' AND ') : undefined;
}
