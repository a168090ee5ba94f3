/** A CycloneDX 1.6 document as a generator wrote it; only what is touched is named. */
export interface WrittenBom {
  metadata?: {
    authors?: { name?: string }[];
    lifecycles?: object[];
    tools?: { components?: object[] };
    component?: {
      group?: string;
      name?: string;
      version?: string;
      purl?: string;
    };
    properties?: { name: string; value: string }[];
  };
  components?: unknown[];
}

export interface Completion {
  /** Who answers for the list, if nobody is named in it. */
  author: string;
  /** The person asked for this author, so it replaces another. */
  authorGiven: boolean;
  /** When in the making of the software the tree was looked at. */
  phase: 'pre-build' | 'build';
  /** `name@version` of the program that made the list. */
  generator: string;
  tool: { name: string; version: string };
  name?: string;
  version?: string;
}

const PROPERTY = 'hotpass:supply-chain';

/** cdxgen names its own makers as authors of everybody's list. */
const NOBODY = ['OWASP Foundation'];

function isNamed(authors: { name?: string }[] | undefined): boolean {
  return (authors ?? []).some(({ name }) => name && !NOBODY.includes(name));
}

/**
 * Fills in what the generator left out and can be known here, and says in properties
 * which parts are not the generator's. Changes `bom`; returns those parts.
 *
 * Source: CycloneDX 1.6, `metadata`.
 */
export function completeSbom(bom: WrittenBom, given: Completion): string[] {
  const metadata = (bom.metadata ??= {});
  const filled: string[] = [];
  if (given.authorGiven || !isNamed(metadata.authors)) {
    metadata.authors = [{ name: given.author }];
    filled.push('metadata.authors');
  }
  if (!metadata.lifecycles?.length) {
    metadata.lifecycles = [{ phase: given.phase }];
    filled.push('metadata.lifecycles');
  }
  filled.push(...renameRoot(metadata, given));

  const tools = (metadata.tools ??= {});
  const { name, version } = given.tool;
  if (`${name}@${version}` !== given.generator) {
    const [group, tool] = name.split('/');
    (tools.components ??= []).push({
      type: 'application',
      group,
      name: tool,
      version,
    });
  }
  metadata.properties = [
    ...(metadata.properties ?? []),
    { name: `${PROPERTY}:generator`, value: given.generator },
    ...filled.map(value => ({ name: `${PROPERTY}:filled`, value })),
  ];
  return filled;
}

function renameRoot(
  metadata: NonNullable<WrittenBom['metadata']>,
  { name, version }: Completion,
): string[] {
  const changed: string[] = [];
  const root = (metadata.component ??= {});
  if (version !== undefined && version !== root.version) {
    root.version = version;
    const purl = root.purl?.replace(/(?<!\/)@[^@/?#]*(?=$|[?#])/, '');
    if (purl) {
      root.purl = purl.replace(/(?=$|[?#])/, `@${encodeURIComponent(version)}`);
    }
    changed.push('metadata.component.version');
  }
  if (name !== undefined && name !== root.name) {
    // Under another name the package's identity would not be its own.
    root.name = name;
    delete root.group;
    delete root.purl;
    changed.push('metadata.component.name');
  }
  return changed;
}
