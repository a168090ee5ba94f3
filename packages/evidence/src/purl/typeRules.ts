import type { Purl } from './purl';

type Part = 'namespace' | 'name' | 'version';

/** Parts that a type compares without case. Source: purl-spec, types/*-definition.json. */
const LOWER: { [type: string]: Part[] } = {
  alpm: ['namespace', 'name'],
  apk: ['namespace', 'name'],
  bitbucket: ['namespace', 'name'],
  bitnami: ['name'],
  brew: ['namespace', 'name'],
  'chrome-extension': ['name'],
  composer: ['namespace', 'name'],
  deb: ['namespace', 'name'],
  github: ['namespace', 'name'],
  golang: ['namespace', 'name'],
  hex: ['namespace', 'name'],
  luarocks: ['namespace', 'name', 'version'],
  npm: ['namespace', 'name'],
  oci: ['name'],
  opam: ['name'],
  otp: ['name'],
  pub: ['name'],
  pypi: ['name'],
  qpkg: ['namespace'],
  rpm: ['namespace'],
  'vscode-extension': ['namespace', 'name', 'version'],
};

/** Types that have no namespace at all. */
const NO_NAMESPACE = new Set([
  'bitnami',
  'chrome-extension',
  'julia',
  'opam',
  'otp',
  'vcpkg',
]);

/** Types that make no sense without one. */
const NEEDS_NAMESPACE = new Set(['swift', 'vscode-extension']);

/** The canonical parts by the rules of the type, or `undefined` where it forbids them. @internal */
export function canonicalParts(purl: Purl): Purl | undefined {
  if (purl.namespace && NO_NAMESPACE.has(purl.type)) return undefined;
  if (!purl.namespace && NEEDS_NAMESPACE.has(purl.type)) return undefined;
  const result = { ...purl };
  for (const part of LOWER[purl.type] ?? []) {
    result[part] = result[part]?.toLowerCase() as string;
  }
  return adjust(result);
}

function adjust(purl: Purl): Purl | undefined {
  switch (purl.type) {
    case 'pypi':
      return { ...purl, name: purl.name.replace(/[_.-]+/g, '-') };
    case 'pub':
      return { ...purl, name: purl.name.replace(/-/g, '_') };
    case 'huggingface':
      return { ...purl, version: purl.version?.toLowerCase() };
    case 'mlflow':
      // Azure Databricks compares model names without case.
      return purl.qualifiers.repository_url?.includes('azuredatabricks')
        ? { ...purl, name: purl.name.toLowerCase() }
        : purl;
    case 'cpan':
      return purl.name.includes('::')
        ? undefined
        : { ...purl, namespace: purl.namespace?.toUpperCase() };
    case 'julia':
      return purl.qualifiers.uuid ? purl : undefined;
    case 'chrome-extension':
      return /^[a-p]{32}$/.test(purl.name) &&
        (purl.version === undefined ||
          /^\d{1,5}(\.\d{1,5}){0,3}$/.test(purl.version))
        ? purl
        : undefined;
    default:
      return purl;
  }
}
