import { random } from './random.mjs';

const PHRASES = [
  'reads and writes',
  'a small parser for',
  'helpers around',
  'typed access to',
  'streaming',
  'portable',
  'values and records',
  'the command line',
  'network sockets',
  'configuration files',
  'without further dependencies',
];

function component(universe, id, rich) {
  const item = universe.packageOf(id);
  const traits = random(universe.seed, 'component', item.number);
  const bytes = random(universe.seed, 'hash', id);
  const version = universe.versionText(id);
  const purl = universe.purl(id);
  const home = `https://code.example/${(item.group ?? item.name).replace(
    /\W+/g,
    '-',
  )}/${item.name}`;
  const result = { type: 'library', 'bom-ref': purl };
  if (item.group) result.group = item.group;
  Object.assign(result, { name: item.name, version });
  if (traits.chance(0.85))
    result.author = `${traits.pick(PHRASES)} ${item.major}`;
  result.description = Array.from({ length: 3 }, () =>
    traits.pick(PHRASES),
  ).join(' ');
  result.hashes =
    item.type === 'npm'
      ? [{ alg: 'SHA-512', content: bytes.hex(128) }]
      : [
          { alg: 'SHA-1', content: bytes.hex(40) },
          { alg: 'SHA-256', content: bytes.hex(64) },
        ];
  if (item.licence) {
    result.licenses = item.licence.includes(' ')
      ? [{ expression: item.licence }]
      : [{ license: { id: item.licence } }];
  }
  result.purl = purl;
  result.externalReferences = [
    { type: 'website', url: home },
    { type: 'vcs', url: `git+${home}.git` },
    {
      type: 'issue-tracker',
      url: `${home}/issues`,
      comment: 'from the package manifest',
    },
    {
      type: 'distribution',
      url: `https://packages.example/${item.name}/-/${item.name}-${version}.tgz`,
      comment: 'as the lock file resolved it',
    },
  ];
  result.properties = [
    {
      name: 'bench:package:path',
      value: `node_modules/${item.group ?? ''}/${item.name}`,
    },
  ];
  if (rich) {
    const location = `/srv/app/lib/${item.name}-${version}.jar`;
    result.evidence = {
      identity: [
        {
          field: 'purl',
          confidence: 1,
          methods: [
            { technique: 'manifest-analysis', confidence: 1, value: location },
          ],
        },
      ],
      occurrences: [{ location }],
    };
  }
  return result;
}

/** About 3 % direct; the others hang below one or two earlier ones. */
function edges(seed, count) {
  const generator = random(seed, 'edges', count);
  const children = Array.from({ length: count + 1 }, () => new Set());
  const direct = Math.max(3, Math.round(count * 0.03));
  for (let node = 1; node <= count; node++) {
    const parent = node <= direct ? 0 : 1 + generator.below(node - 1);
    children[parent].add(node);
    if (node > 2 && generator.chance(0.6)) {
      children[1 + generator.below(node - 1)].add(node);
    }
  }
  return children.map(nodes => [...nodes]);
}

/**
 * One CycloneDX 1.6 document of the given component versions, as bytes. `pretty`
 * indents it, `rich` adds where each component was seen, as large scanners do.
 */
export function bomBytes(
  universe,
  ids,
  { name = 'svc', version = '1.0.0', pretty = false, rich = false } = {},
) {
  const components = Array.from(ids, id => component(universe, id, rich));
  const root = `pkg:generic/${name}@${version}`;
  const refs = [root, ...components.map(item => item['bom-ref'])];
  const serial = random(universe.seed, name, version).hex(32);
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${serial.slice(0, 8)}-${serial.slice(
      8,
      12,
    )}-4${serial.slice(13, 16)}-a${serial.slice(17, 20)}-${serial.slice(20)}`,
    version: 1,
    metadata: {
      timestamp: '2026-01-05T08:00:00Z',
      lifecycles: [{ phase: 'build' }],
      tools: {
        components: [{ type: 'application', name: 'bench', version: '1.0.0' }],
      },
      component: {
        type: 'application',
        'bom-ref': root,
        name,
        version,
        purl: root,
      },
    },
    components,
    dependencies: edges(universe.seed, components.length).map(
      (children, node) => ({
        ref: refs[node],
        ...(children.length
          ? { dependsOn: children.map(child => refs[child]) }
          : {}),
      }),
    ),
  };
  return Buffer.from(JSON.stringify(bom, undefined, pretty ? 2 : 0));
}

/** `count` component versions spread evenly over the universe. */
export function spread(universe, count) {
  if (count > universe.versionCount) {
    throw new Error(
      `the universe has only ${universe.versionCount} component versions`,
    );
  }
  const step = universe.versionCount / count;
  return Uint32Array.from({ length: count }, (_, i) => Math.floor(i * step));
}
