import type { Count, SbomFacts } from './FactDocument';
import type { DocumentFragment, FragmentComponents } from './DocumentFragment';
import type {
  ProvenanceDocument,
  Reading,
  ScanDocument,
} from '../model/ReadDocument';
import type { SbomComponent, SbomDocument } from '../model/Sbom';

/**
 * Reduces a reading to what later steps need: columns instead of objects, Unix
 * seconds instead of texts, counts instead of lists.
 *
 * @public
 */
export function toFragment(reading: Reading): DocumentFragment {
  const { recognised, valid, signed, signs, subjects, document } = reading;
  const base: DocumentFragment = {
    recognised,
    valid,
    signed,
    ...(signs && { signs }),
    subjects,
    licences: [],
    findings: [],
  };
  switch (document.kind) {
    case 'sbom':
      return { ...base, ...ofSbom(document) };
    case 'provenance':
      return { ...base, ...ofProvenance(document) };
    case 'checksums':
      return {
        ...base,
        checksums: {
          entries: document.entries.map(entry => ({
            ...entry,
            name: entry.name ?? '',
          })),
        },
      };
    case 'scan':
      return { ...base, ...ofScan(document) };
    default:
      return base;
  }
}

function ofSbom(document: SbomDocument): Partial<DocumentFragment> {
  const { header, components, graph } = document;
  const licences: string[] = [];
  return {
    createdAt: header.timestamp,
    generator: generatorOf(document),
    header,
    components: columnsOf(components, licences),
    licences,
    graph: graph?.map(({ from, to }) => [from, ...to]),
    sbom: {
      root: header.root && {
        name: header.root.name,
        version: header.root.version,
        purl: header.root.purl,
      },
      // Other words that say nothing are the policy's data.
      rootIsPlaceholder: ['', '.'].includes(header.root?.name.trim() ?? '?'),
      authors: header.authors.length,
      supplier: header.supplier !== undefined,
      lifecycles: header.lifecycles,
      timestamp: header.timestamp !== undefined,
      tool: header.tools.length > 0,
      counts: countsOf(document),
    },
    findings: document.findings,
  };
}

// The generator is the tool that named itself last in a chain of tools that
// completed each other's work; libraries that only write the file come behind it,
// package managers that were only asked before it.
function generatorOf({ header }: SbomDocument): DocumentFragment['generator'] {
  return (
    header.tools.find(
      tool => !/library|serialize|^(npm|yarn|pnpm)$/i.test(tool.name),
    ) ?? header.tools[0]
  );
}

function columnsOf(
  components: SbomComponent[],
  licences: string[],
): FragmentComponents {
  const positions = new Map<string, number>();
  const positionOf = (licence: string | undefined) => {
    if (licence === undefined) return -1;
    let position = positions.get(licence);
    if (position === undefined) {
      position = licences.push(licence) - 1;
      positions.set(licence, position);
    }
    return position;
  };
  return {
    key: components.map(c => c.key),
    packageKey: components.map(c => c.packageKey),
    type: components.map(typeOf),
    name: components.map(c => (c.group ? `${c.group}/${c.name}` : c.name)),
    version: components.map(c => c.version ?? ''),
    purl: components.map(c => c.purl ?? ''),
    licence: components.map(c => positionOf(c.licence)),
    direct: components.map(c =>
      c.direct === undefined ? -1 : Number(c.direct),
    ),
    pointer: components.map(c => c.pointer),
  };
}

// A canonical purl has its type between `pkg:` and the first slash.
function typeOf({ purl, type }: SbomComponent): string {
  const slash = purl?.indexOf('/') ?? -1;
  return slash > 4 ? purl!.slice(4, slash) : type ?? 'unknown';
}

function countsOf(document: SbomDocument): SbomFacts['counts'] {
  const { components } = document;
  let [producer, version, identifier, hash, licence] = [0, 0, 0, 0, 0];
  for (const c of components) {
    if (c.supplier) producer += 1;
    if (c.version) version += 1;
    if (c.purl ?? c.cpe) identifier += 1;
    if (hasAny(c.hashes)) hash += 1;
    if (c.licence) licence += 1;
  }
  const count = (present: number) => ({ present, total: components.length });
  return {
    producer: count(producer),
    version: count(version),
    identifier: count(identifier),
    hash: count(hash),
    licence: count(licence),
    relationship: relationshipsOf(document),
  };
}

function hasAny(object: object): boolean {
  for (const key in object) if (Object.hasOwn(object, key)) return true;
  return false;
}

// A component takes part in the graph when it depends on something or something
// depends on it; a listed node with neither says nothing.
function relationshipsOf({ components, graph }: SbomDocument): Count {
  const related = new Set<number>();
  for (const { from, to } of graph ?? []) {
    if (to.length > 0) related.add(from);
    for (const position of to) related.add(position);
  }
  related.delete(-1);
  return { present: related.size, total: components.length };
}

function ofProvenance(document: ProvenanceDocument): Partial<DocumentFragment> {
  return {
    createdAt: document.finishedOn ?? document.startedOn,
    provenance: {
      predicateType: document.predicateType,
      builderId: document.builderId,
      buildType: document.buildType,
      source: document.source,
      subjects: document.subjects.map(subject => ({
        name: subject.name ?? subject.uri ?? '',
        sha256: subject.digest.sha256,
        sha512: subject.digest.sha512,
      })),
      invocationId: document.invocationId,
      externalParameters: document.externalParameters,
      resolvedDependencies: document.resolvedDependencies,
      byproducts: document.byproducts,
      startedOn: document.startedOn,
      finishedOn: document.finishedOn,
    },
  };
}

function ofScan(document: ScanDocument): Partial<DocumentFragment> {
  return {
    createdAt: document.createdAt,
    generator: document.tool,
    scanned: document.target?.name,
    scan: {
      tool: document.tool.name,
      toolVersion: document.tool.version,
      createdAt: unixSeconds(document.createdAt),
      databaseBuiltAt: unixSeconds(document.databaseBuiltAt),
      ignored: document.ignored,
    },
    findings: document.findings,
  };
}

function unixSeconds(text: string | undefined): number | undefined {
  const milliseconds = Date.parse(text ?? '');
  return Number.isNaN(milliseconds)
    ? undefined
    : Math.floor(milliseconds / 1000);
}
