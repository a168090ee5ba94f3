import {
  arrayAt,
  JsonObject,
  objectAt,
  stringAt,
  stringsAt,
  valueAt,
} from '../../json';
import type {
  SbomComponent,
  SbomDocument,
  SbomHeader,
  Tool,
} from '../../model/Sbom';
import { plainKey } from '../../model/componentKey';
import { canonicalPurl } from '../../purl/canonicalPurl';
import { hashesOf } from './hashes';
import { licenceOf } from './licence';
import { readGraph } from './readGraph';
import { readVulnerabilities } from './readVulnerabilities';
import { visitComponents } from './visitComponents';

/** Maps CycloneDX JSON of any version; fields of a wrong type read as absent. @internal */
export function readCycloneDx(document: unknown): SbomDocument {
  const components: SbomComponent[] = [];
  const positions = new Map<string, number>();
  const header = readHeader(document);
  if (header.root) positions.set(header.root.ref, -1);
  visitComponents(document, (component, pointer) => {
    const read = readComponent(component, pointer);
    // The first of two equal references is the one that dependencies mean.
    if (positions.has(read.ref)) read.ref = `${read.ref}#${pointer}`;
    positions.set(read.ref, components.length);
    components.push(read);
  });
  const graph = readGraph(document, positions);
  const direct = graph?.find(({ from }) => from === -1);
  if (direct) {
    for (const component of components) component.direct = false;
    for (const position of direct.to) {
      if (position >= 0) components[position].direct = true;
    }
  }
  const findings = readVulnerabilities(document, ref => {
    const position = positions.get(ref);
    return position === -1 ? header.root : components[position ?? -1];
  });
  return { kind: 'sbom', header, components, graph, findings };
}

function readComponent(component: JsonObject, pointer: string): SbomComponent {
  const name = stringAt(component, 'name') ?? '';
  const group = stringAt(component, 'group');
  const version = stringAt(component, 'version');
  const type = stringAt(component, 'type');
  const identity = canonicalPurl(stringAt(component, 'purl') ?? '');
  const plain = [type ?? 'unknown', group ? `${group}/${name}` : name] as const;
  return {
    ref: stringAt(component, 'bom-ref') ?? `#${pointer}`,
    pointer,
    type,
    group,
    name,
    version,
    purl: identity?.purl,
    packageKey: identity?.packageKey ?? plainKey(...plain),
    key: identity?.purl ?? plainKey(...plain, version),
    licence: licenceOf(component),
    supplier: supplierOf(component),
    hashes: hashesOf(component),
    cpe: stringAt(component, 'cpe'),
    scope: scopeOf(stringAt(component, 'scope')),
    // Known once the graph is read
    direct: undefined,
  };
}

function readHeader(document: unknown): SbomHeader {
  const metadata = objectAt(document, 'metadata');
  const root = objectAt(metadata, 'component');
  const version = valueAt(document, 'version');
  const manufacturer =
    nameAt(metadata, 'manufacturer') ?? nameAt(metadata, 'manufacture');
  const authors = arrayAt(metadata, 'authors').flatMap(
    author => stringAt(author, 'name') ?? stringAt(author, 'email') ?? [],
  );
  return {
    serialNumber: stringAt(document, 'serialNumber'),
    documentVersion: typeof version === 'number' ? String(version) : undefined,
    timestamp: stringAt(metadata, 'timestamp'),
    authors: authors.length === 0 && manufacturer ? [manufacturer] : authors,
    supplier:
      nameAt(metadata, 'supplier') ??
      manufacturer ??
      (root && supplierOf(root)),
    tools: readTools(metadata),
    lifecycles: arrayAt(metadata, 'lifecycles').flatMap(
      item => stringAt(item, 'phase') ?? stringAt(item, 'name') ?? [],
    ),
    root: root && {
      ref: stringAt(root, 'bom-ref') ?? '#/metadata/component',
      name: stringAt(root, 'name') ?? '',
      version: stringAt(root, 'version'),
      purl: canonicalPurl(stringAt(root, 'purl') ?? '')?.purl,
      hashes: hashesOf(root),
    },
  };
}

/** A list of tools until 1.4; components and services since 1.5. */
function readTools(metadata: JsonObject | undefined): Tool[] {
  const tools = objectAt(metadata, 'tools');
  const items = tools
    ? [...arrayAt(tools, 'components'), ...arrayAt(tools, 'services')]
    : arrayAt(metadata, 'tools');
  return items.flatMap(item => {
    const name = stringAt(item, 'name');
    if (!name) return [];
    return {
      name,
      version: stringAt(item, 'version'),
      vendor:
        stringAt(item, 'vendor') ??
        stringAt(item, 'group') ??
        nameAt(item, 'manufacturer') ??
        nameAt(item, 'supplier') ??
        nameAt(item, 'provider'),
    };
  });
}

function supplierOf(component: JsonObject): string | undefined {
  return (
    nameAt(component, 'supplier') ??
    nameAt(component, 'manufacturer') ??
    stringAt(component, 'publisher') ??
    stringAt(component, 'author') ??
    stringAt(arrayAt(component, 'authors')[0], 'name')
  );
}

/** The name of an organisation, else its address. */
function nameAt(value: unknown, key: string): string | undefined {
  const entity = objectAt(value, key);
  return stringAt(entity, 'name') ?? stringsAt(entity, 'url')[0];
}

function scopeOf(scope: string | undefined): SbomComponent['scope'] {
  return scope === 'required' || scope === 'optional' || scope === 'excluded'
    ? scope
    : undefined;
}
