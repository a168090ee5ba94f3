/** @jest-environment @backstage/cli-module-test-jest/config/jest-environment-jsdom */
import { posix } from 'node:path';
import { digestOf, ENTITY, evidence, factsOf } from '../__testUtils__/facts';
import { PublishedBefore, renderSite, Site } from './renderSite';

const NOW = '2026-11-28T00:00:00.000Z';
const nothing: PublishedBefore = { files: [], retired: {} };

function siteOf(
  facts: ReturnType<typeof factsOf> = factsOf(),
  before = nothing,
): Site {
  return renderSite({
    entityRef: ENTITY,
    facts,
    portalPath: '/portal',
    before,
    now: NOW,
  });
}

const pagesOf = ({ files }: Site) =>
  [...files].filter(([file]) => file.endsWith('index.html'));
const parse = (markup: string) =>
  new DOMParser().parseFromString(markup, 'text/html');
const textOf = (markup: string) => parse(markup).body.textContent!;

describe('renderSite', () => {
  it('says what a detached signature is over, and what signs a document', () => {
    const facts = factsOf();
    const [{ evidence: pieces }] = facts.releases;
    const [signed] = pieces;
    const over = { kind: 'signature' as const };
    pieces.push(
      evidence('r2', digestOf('8'), {
        ...over,
        signs: { digest: signed.digest, evidenceId: signed.id },
      }),
      evidence('r2', digestOf('9'), {
        ...over,
        signs: { digest: digestOf('7') },
      }),
    );
    const { files } = siteOf(facts);
    const pageOf = (digit: string) =>
      textOf(files.get(`evidence/${digit.repeat(64)}/index.html`)!);
    const hex = signed.digest.slice('sha256:'.length);
    expect(pageOf('8')).toMatch(new RegExp(`Signature of\\s*sha256:${hex}`));
    expect(pageOf(hex[0])).toMatch(/Signed beside it by\s*sha256:8{64}/);
    expect(pageOf('9')).toMatch(/sha256:7{64}, which is no evidence of this/);
    expect(pageOf('9')).not.toContain('Signed beside it by');
  });

  it('has every page, and every link between them leads to one', () => {
    const site = siteOf();
    for (const page of [
      '',
      'release/',
      'sbom/',
      'provenance/',
      'findings/',
      'policy/',
      'checksums/',
      'retention/',
      'releases/',
      'releases/r1/',
      'releases/r2/',
      `evidence/${'a'.repeat(64)}/`,
      `evidence/${'b'.repeat(64)}/`,
      `evidence/${'c'.repeat(64)}/`,
    ]) {
      expect(site.files.has(`${page}index.html`)).toBe(true);
    }
    for (const [file, markup] of pagesOf(site)) {
      const document = parse(markup);
      const links = [...document.querySelectorAll('a[href], link[href]')];
      expect(links.length).toBeGreaterThan(8);
      for (const link of links) {
        const href = link.getAttribute('href')!;
        if (href.startsWith('/portal/catalog/default/component/app/')) continue;
        const to = posix.join(posix.dirname(file), href);
        const target =
          link.nodeName === 'LINK' ? to : posix.join(to, 'index.html');
        expect([...site.files.keys()]).toContain(target);
      }
    }
  });

  it('says no date as an end while a promise waits for its start', () => {
    const facts = factsOf();
    const [promise] = facts.promises;
    const kept = (open?: boolean) => {
      const { files } = siteOf({ ...facts, promises: [{ ...promise, open }] });
      return ['retention/', `evidence/${'a'.repeat(64)}/`].map(page =>
        textOf(files.get(`${page}index.html`)!),
      );
    };
    const waits = /no end yet, at least until 2036-11-27/;
    for (const text of kept(true)) expect(text).toMatch(waits);
    for (const text of kept()) expect(text).not.toMatch(waits);
    for (const text of kept()) expect(text).toMatch(/2036-11-27/);
  });

  const hostile = [
    `<img src=x onerror=alert(1)>`,
    `"><script>alert(1)</script>`,
    `' style='position:fixed`,
    `</td></table><form action=//evil><input>`,
    `[click](javascript:alert(1)) **bold** \`code\``,
    `${'javascript'}:alert(1)`,
    `&lt;b&gt; &#60;b&#62;`,
    `\u202egpj.exe\u2066`,
  ];
  it.each(hostile)('keeps %j text on every page', text => {
    const plain = siteOf(factsOf({ text: '' }));
    const site = siteOf(factsOf({ text }));
    const shapes = (from: Site) =>
      new Map(
        pagesOf(from).map(([file, markup]) => [
          file,
          [...parse(markup).querySelectorAll('*')].map(
            ({ nodeName, attributes }) =>
              `${nodeName} ${[...attributes].map(({ name }) => name)}`,
          ),
        ]),
      );
    const names = new Set([...shapes(plain).values()].flat());
    for (const [file, elements] of shapes(site)) {
      for (const element of elements) {
        expect([file, names.has(element) || element]).toEqual([file, true]);
      }
    }
    for (const [, markup] of pagesOf(site)) {
      expect(markup).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      const document = parse(markup);
      for (const link of document.querySelectorAll('a')) {
        expect(link.getAttribute('href')).toMatch(/^(\/portal\/|\.|[a-z]+\/)/);
        expect(link.getAttribute('href')).not.toMatch(/^javascript/);
      }
    }
    const shown = textOf(site.files.get('sbom/index.html')!);
    expect(shown).toContain(
      `lib-0${text}`
        .replace('\u202e', '\\u{202e}')
        .replace('\u2066', '\\u{2066}'),
    );
  });

  it('masks e-mail addresses, but not the versions of packages', () => {
    const site = siteOf(factsOf({ text: 'jane.doe@mail.example.org' }));
    const page = site.files.get(`evidence/${'a'.repeat(64)}/index.html`)!;
    expect(textOf(page)).toContain('verified: j…@mail.example.org');
    expect(textOf(page)).not.toContain('verified: jane');
    const sbom = siteOf(factsOf({ text: '-beta.rc' })).files;
    expect(textOf(sbom.get('sbom/index.html')!)).toContain(
      'pkg:npm/lib-0@1.0.0-beta.rc',
    );
    const who = textOf(page);
    expect(who).toContain('user j…@mail.example.org');
    expect(who).toContain('by j…@mail.example.org');
  });

  it('cuts long tables, and keeps them out of what is searched', () => {
    const site = siteOf(factsOf({ components: 650 }));
    const rows = [1, 2, 3].map(part => {
      const file = part === 1 ? 'sbom/' : `sbom/${part}/`;
      const document = parse(site.files.get(`${file}index.html`)!);
      return [...document.querySelectorAll('tbody tr')].filter(row =>
        row.textContent!.includes('pkg:npm/lib-'),
      ).length;
    });
    expect(rows).toEqual([300, 300, 50]);
    const index = site.files.get('search/search_index.json')!;
    const { docs } = JSON.parse(index);
    expect(docs).toContainEqual(
      expect.objectContaining({
        location: `evidence/${'a'.repeat(64)}/`,
        text: digestOf('a'),
      }),
    );
    expect(index).not.toMatch(/lib-|CVE-/);
    expect(index.length).toBeLessThan(3000);
  });

  it('gives the same etag for the same facts, and another for others', () => {
    expect(siteOf().etag).toBe(siteOf().etag);
    expect(siteOf(factsOf({ text: 'other' })).etag).not.toBe(siteOf().etag);
  });

  it('says at a deleted digest when and by which rule it went', () => {
    const page = siteOf(factsOf({ text: 'one year' })).files.get(
      `evidence/${'c'.repeat(64)}/index.html`,
    )!;
    expect(textOf(page)).toMatch(/Deleted 2026-11-27 12:00 UTC/);
    expect(textOf(page)).toMatch(/Rule\s*one year/);
  });

  it('writes over every page that has nothing to show any more, once and for all', () => {
    const first = factsOf();
    first.releases[1].evidence.push(evidence('r1', digestOf('e')));
    const before = siteOf(first);
    const path = `evidence/${'e'.repeat(64)}/`;
    expect(before.files.has(`${path}index.html`)).toBe(true);
    const files = [...before.files.keys()];
    const after = siteOf(factsOf(), { files, retired: {} });
    const page = textOf(after.files.get(`${path}index.html`)!);
    expect(page).toMatch(/Removed 2026-11-28 00:00 UTC/);
    expect(page).not.toContain('e'.repeat(12));
    const later = renderSite({
      entityRef: ENTITY,
      facts: factsOf(),
      portalPath: '/portal',
      before: { files: [...after.files.keys()], retired: after.retired },
      now: '2027-01-01T00:00:00.000Z',
    });
    expect(later.etag).toBe(after.etag);
    const back = siteOf(first, { files, retired: after.retired });
    expect(back.etag).toBe(before.etag);
  });

  it('leaves nothing of an entity whose evidence is gone', () => {
    const before = siteOf(factsOf({ text: 'secret' }));
    const gone = renderSite({
      entityRef: ENTITY,
      portalPath: '',
      before: { files: [...before.files.keys()], retired: {} },
      now: NOW,
    });
    expect([...gone.files.keys()].sort()).toEqual(
      [...before.files.keys()].sort(),
    );
    for (const [, text] of gone.files) {
      expect(text).not.toContain('secret');
      expect(text).not.toContain('a'.repeat(64));
    }
  });
});
