import { DocsBudget } from './DocsBudget';

const site = { url: 'http://portal/docs', pages: ['a.html', 'b.html'] };

it('refuses more pages than may be read before it reads one', () => {
  expect(() => new DocsBudget({ site, limits: { pages: 1 } })).toThrow(
    'It has 2 pages, and at most 1 are read',
  );
  expect(() => new DocsBudget({ site, limits: { pages: 2 } })).not.toThrow();
});

it('counts the characters of all pages', () => {
  const budget = new DocsBudget({ site, limits: { characters: 10 } });
  budget.take('12345');
  budget.take('12345');
  expect(() => budget.take('1')).toThrow('more than 10 characters');
});

it('ends when a site took its time', () => {
  let time = 5;
  const limits = { ms: 2_000 };
  const budget = new DocsBudget({ site, limits, now: () => time });
  time += 2_000;
  budget.take('');
  time += 1;
  expect(() => budget.take('')).toThrow('longer than 2 s');
});
