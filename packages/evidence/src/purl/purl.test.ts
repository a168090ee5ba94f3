import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWith, vectors } from '../__testUtils__/sharedFolder';
import { formatPurl, makePurl, packageKeyOf, parsePurl, Purl } from './purl';

interface Vector {
  description: string;
  test_type: 'parse' | 'build' | 'validate';
  input: any;
  expected_output: any;
  expected_failure: boolean;
}

function partsOf(purl: Purl | undefined) {
  return (
    purl && {
      type: purl.type,
      namespace: purl.namespace ?? null,
      name: purl.name,
      version: purl.version ?? null,
      qualifiers: Object.keys(purl.qualifiers).length ? purl.qualifiers : null,
      subpath: purl.subpath ?? null,
    }
  );
}

function actual({ test_type: type, input }: Vector): unknown {
  if (type === 'parse') return partsOf(parsePurl(input));
  const purl =
    type === 'validate'
      ? parsePurl(input)
      : makePurl({
          type: input.type ?? '',
          namespace: input.namespace ?? undefined,
          name: input.name ?? '',
          version: input.version ?? undefined,
          qualifiers: input.qualifiers ?? {},
          subpath: input.subpath ?? undefined,
        });
  return purl && formatPurl(purl);
}

const sorted = (o: object | null) => o && Object.entries(o).sort();

function agrees(vector: Vector): boolean {
  const got = actual(vector);
  if (vector.expected_failure) return got === undefined;
  const wanted = vector.expected_output;
  if (typeof wanted === 'string' || typeof got !== 'object')
    return got === wanted;
  const { qualifiers = null, ...rest } = wanted;
  const empty = !qualifiers || Object.keys(qualifiers).length === 0;
  const a = { ...(got as any) };
  return Object.keys(a).every(key =>
    key === 'qualifiers'
      ? JSON.stringify(sorted(a.qualifiers)) ===
        JSON.stringify(empty ? null : sorted(qualifiers))
      : (a[key] ?? null) === (rest[key] || null),
  );
}

/** Vectors that we knowingly answer otherwise: `file: type input`. */
const DISAGREEMENTS: string[] = [
  // We lower-case qualifier keys, as the specification says; these want a refusal.
  'gem-test.json: parse "pkg:gem/jruby-launcher@1.1.2?Platform=java"',
  // The draft type "git" puts slashes into names and folds case for one namespace.
  'git-test.json: validate "pkg:git/github/Package-url/purl-Spec@244fd47e07d1004f0aed9c"',
  'git-test.json: parse "pkg:git/codeberg.org/forgejo/forgejo@a72d2c07cfca03b55371089de6aa230d8c951fa0"',
  'git-test.json: build {"type":"git","namespace":"codeberg.org","name":"forgejo/forgejo","version":"a72d2c07cfca03b55371089de6aa230d8c951fa0","qualifiers":null,"subpath":null}',
  'git-test.json: parse "pkg:git/codeberg.org/forgejo/forgejo@a72d2c07cfca03b55371089de6aa230d8c951fa0#options/locale_readme.md"',
  'git-test.json: build {"type":"git","namespace":"codeberg.org","name":"forgejo/forgejo","version":"a72d2c07cfca03b55371089de6aa230d8c951fa0","qualifiers":null,"subpath":"options/locale_readme.md"}',
  'rpm-test.json: parse "pkg:Rpm/fedora/curl@7.50.3-1.fc25?Arch=i386&Distro=fedora-25"',
];

describeWith(vectors('purl'), 'the purl-spec test suite', folder => {
  const files = [
    join(folder, 'spec/specification-test.json'),
    ...readdirSync(join(folder, 'types'))
      .sort()
      .map(name => join(folder, 'types', name)),
  ];
  const all = files.flatMap(file =>
    (JSON.parse(readFileSync(file, 'utf8')).tests as Vector[]).map(vector => ({
      vector,
      id: `${file.replace(/.*\//, '')}: ${vector.test_type} ${JSON.stringify(
        vector.input,
      )}`,
    })),
  );

  it('agrees on every vector but the known ones', () => {
    expect(all).toHaveLength(586);
    const differing = all
      .filter(({ vector }) => !agrees(vector))
      .map(({ id }) => id);
    expect(differing).toEqual(DISAGREEMENTS);
    expect(all.length - differing.length).toBeGreaterThanOrEqual(573);
  });
});

describe('parsePurl', () => {
  it('gives one canonical text for spellings of one package', () => {
    const spellings = [
      'pkg:npm/%40Angular/core@17.0.0',
      'pkg:npm/@angular/core@17.0.0',
      'pkg://NPM//%40angular/core@17.0.0',
    ];
    for (const spelling of spellings) {
      const purl = parsePurl(spelling)!;
      expect(formatPurl(purl)).toBe('pkg:npm/%40angular/core@17.0.0');
      expect(packageKeyOf(purl)).toBe('pkg:npm/%40angular/core');
    }
  });

  it('sorts qualifiers, drops empty ones and refuses repeated ones', () => {
    const text = (purl: string) => formatPurl(parsePurl(purl)!);
    expect(text('pkg:deb/debian/a@1?distro=x&arch=amd64&empty=')).toBe(
      'pkg:deb/debian/a@1?arch=amd64&distro=x',
    );
    expect(parsePurl('pkg:deb/debian/a@1?arch=a&ARCH=b')).toBeUndefined();
  });

  it.each(['', 'pkg:', 'pkg:npm', 'pkg:npm/', 'npm/a@1', 'pkg:npm/a%zz@1'])(
    'refuses %j',
    text => expect(parsePurl(text)).toBeUndefined(),
  );

  it('keeps __proto__ a plain qualifier and never a prototype', () => {
    const purl = parsePurl('pkg:npm/a@1?__proto__=x');
    expect(purl).toBeUndefined();
    expect(({} as any).x).toBeUndefined();
  });
});
