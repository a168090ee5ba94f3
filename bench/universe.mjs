import { accumulate, drawIndex, random } from './random.mjs';

/** Share of all packages; how the version and the purl are written. */
const ECOSYSTEMS = {
  npm: { share: 0.62 },
  maven: { share: 0.16, qualifiers: '?type=jar' },
  pypi: { share: 0.12 },
  deb: { share: 0.06, qualifiers: '?arch=amd64&distro=debian-12' },
  golang: { share: 0.04 },
};

const LICENCES = [
  [60, 'MIT'],
  [14, 'Apache-2.0'],
  [9, 'ISC'],
  [6, 'BSD-3-Clause'],
  [3, 'BSD-2-Clause'],
  [2, '(MIT OR Apache-2.0)'],
  [1, 'LGPL-2.1-only'],
  [1, 'MPL-2.0'],
  [1, 'GPL-2.0-only WITH Classpath-exception-2.0'],
  [3, undefined],
];
const LICENCE_WEIGHTS = accumulate(LICENCES.map(([weight]) => weight));

const ONSETS = [
  'b',
  'd',
  'f',
  'gl',
  'k',
  'l',
  'm',
  'n',
  'pr',
  'r',
  's',
  'tr',
  'v',
  'z',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou'];
const SUFFIXES = [
  'agent',
  'bridge',
  'cache',
  'codec',
  'driver',
  'engine',
  'filter',
  'graph',
  'index',
  'kit',
  'lexer',
  'mapper',
  'nest',
  'pool',
  'queue',
  'router',
  'scan',
  'store',
  'table',
  'views',
  'walker',
  'yard',
];

function word(generator) {
  let text = '';
  for (let i = 2 + generator.below(2); i > 0; i--) {
    text += generator.pick(ONSETS) + generator.pick(VOWELS);
  }
  return text;
}

function nameOf(type, number, seed) {
  const generator = random(seed, 'name', number);
  // the number keeps names distinct without a look-up
  const name = `${word(generator)}-${generator.pick(
    SUFFIXES,
  )}-${number.toString(36)}`;
  const owner = word(random(seed, 'owner', number % 1200));
  if (type === 'maven') return { group: `org.${owner}`, name };
  if (type === 'golang') return { group: `github.com/${owner}`, name };
  if (type === 'deb') return { group: 'debian', name: `lib${name}` };
  if (type === 'npm' && generator.chance(0.25))
    return { group: `@${owner}`, name };
  return { name };
}

/**
 * Every package that a portfolio may draw from. Popularity within an ecosystem
 * follows Zipf's law; popular packages have more versions. A component version is
 * a dense number, ascending with the version inside its package.
 */
export function createUniverse({ seed = 1, packages: size = 30_000 } = {}) {
  const ecosystem = random(seed, 'ecosystem');
  const types = Object.keys(ECOSYSTEMS);
  const shares = accumulate(types.map(type => ECOSYSTEMS[type].share));
  const byType = Object.fromEntries(types.map(type => [type, []]));
  const firstVersion = new Uint32Array(size + 1);
  const packages = [];
  let versions = 0;
  for (let number = 0; number < size; number++) {
    const type = types[drawIndex(shares, ecosystem)];
    const rank = byType[type].length;
    const traits = random(seed, 'traits', number);
    const versionCount = Math.max(
      1,
      Math.round(36 * Math.pow(rank + 1, -0.22) * (0.6 + 0.8 * traits.next())),
    );
    byType[type].push(number);
    packages.push({
      number,
      type,
      ...nameOf(type, number, seed),
      versionCount,
      major: 1 + traits.below(9),
      licence: LICENCES[drawIndex(LICENCE_WEIGHTS, traits)][1],
    });
    firstVersion[number] = versions;
    versions += versionCount;
  }
  firstVersion[size] = versions;
  const packageOf = new Uint32Array(versions);
  for (let number = 0; number < size; number++) {
    packageOf.fill(number, firstVersion[number], firstVersion[number + 1]);
  }
  const popularity = Object.fromEntries(
    types.map(type => [
      type,
      accumulate(byType[type].map((_, rank) => Math.pow(rank + 12, -0.92))),
    ]),
  );

  function versionText(id) {
    const item = packages[packageOf[id]];
    const step = id - firstVersion[item.number];
    const text = `${item.major + Math.floor(step / 12)}.${
      Math.floor(step / 3) % 4
    }.${step % 3}`;
    if (item.type === 'golang') return `v${text}`;
    return item.type === 'deb' ? `${text}-1` : text;
  }
  function packageKey(id) {
    const { type, group, name } = packages[packageOf[id]];
    const path = group ? `${group.replace('@', '%40')}/${name}` : name;
    return `pkg:${type}/${path}`;
  }
  return {
    seed,
    packages,
    byType,
    firstVersion,
    versionCount: versions,
    packageOf: id => packages[packageOf[id]],
    packageKey,
    versionText,
    purl: id =>
      `${packageKey(id)}@${versionText(id)}${
        ECOSYSTEMS[packages[packageOf[id]].type].qualifiers ?? ''
      }`,
    draw: (type, generator) =>
      byType[type][drawIndex(popularity[type], generator)],
  };
}
