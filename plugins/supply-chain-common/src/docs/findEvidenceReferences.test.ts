import { findEvidenceReferences } from './findEvidenceReferences';

const hex = 'a'.repeat(64);
const name = 'evidence-component-app';
const base = `/docs/default/resource/${name}`;
const found = (page: string) => [{ namespace: 'default', name, page }];

it.each([
  [`[x](https://portal.example${base}/evidence/${hex}/)`, `evidence/${hex}`],
  [`<a href="${base}/evidence/${hex}/index.html">`, `evidence/${hex}`],
  [`<a href='${base}/?q=1#top'>`, ''],
  [`${base}/index.html`, ''],
  [`See ${base}/releases/r1.`, 'releases/r1'],
  [`See ${base}.`, ''],
  [`"${base.toLocaleUpperCase('en-US')}/sbom/2"`, 'sbom/2'],
])('finds the page that %s leads to', (text, page) => {
  expect(findEvidenceReferences(text)).toEqual(found(page));
});

it('takes no other docs for evidence, and finds each of several', () => {
  expect(
    findEvidenceReferences('/docs/default/component/app/ /docs/a/resource/b/'),
  ).toEqual([]);
  expect(findEvidenceReferences(`${base}/ ${base}/sbom/`)).toHaveLength(2);
});
