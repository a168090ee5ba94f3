import { createPortfolio } from '../portfolio.mjs';
import { load } from './load.mjs';
import { world } from './world.mjs';

/**
 * Fills the inventory with one newest SBOM for each of as many entities as it takes
 * to reach `occurrences` live components. Written past the intake, which would take
 * hours; the rows are the same.
 */
export async function populate(opened, occurrences) {
  const universe = world();
  const portfolio = createPortfolio(universe, {
    entities: 0,
    min: 500,
    max: 2500,
  });
  const now = Date.now();
  const uses = new Map();
  const subjects = [];
  let count = 0;
  while (count < occurrences) {
    const [ids] = portfolio.releasesOf(subjects.length, 1);
    const entity = subjects.length + 1;
    const name = portfolio.nameOf(entity);
    subjects.push([
      entity,
      `s${entity}`,
      `component:default/${name}`,
      'component',
      'default',
      name,
      '[]',
      now,
      now,
      '[]',
    ]);
    for (const id of ids) {
      if (!uses.has(id)) uses.set(id, []);
      uses.get(id).push(entity);
    }
    count += ids.length;
  }
  const packages = new Map();
  const components = [];
  const ascending = [...uses.keys()].sort((a, b) => a - b);
  for (const id of ascending) {
    const item = universe.packageOf(id);
    const number = item.number + 1;
    packages.set(number, [
      number,
      universe.packageKey(id),
      item.type,
      item.name,
    ]);
    components.push([
      id + 1,
      number,
      universe.purl(id),
      item.name,
      universe.versionText(id),
    ]);
  }
  const text = 'text';
  const subject = {
    id: 'int',
    uid: text,
    entity_ref: text,
    kind: text,
    namespace: text,
    name: text,
    expected: text,
    created_at: 'bigint',
    state_since: 'bigint',
    dots: text,
  };
  await load(opened, 'subject', subject, subjects);
  await load(
    opened,
    'stream',
    { id: 'int', subject_id: 'int', line: text, name: text },
    subjects.map(([id, , , , , name]) => [id, id, 'main', name]),
  );
  await load(
    opened,
    'package',
    { id: 'int', key: text, type: text, name: text },
    packages.values(),
  );
  await load(
    opened,
    'component',
    { id: 'int', package_id: 'int', key: text, name: text, version: text },
    components,
  );
  await load(
    opened,
    'current_component',
    { component_id: 'int', stream_id: 'int', flags: 'smallint' },
    currentRows(ascending, uses),
  );
  // PostgreSQL does it by itself, but not before the measurement
  if (opened.engine === 'pg') await opened.knex.raw('vacuum analyze');
  return { occurrences: count, entities: subjects.length, uses };
}

function* currentRows(ascending, uses) {
  for (const id of ascending) {
    for (const stream of uses.get(id)) yield [id + 1, stream, 2];
  }
}
