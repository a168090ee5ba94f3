import { createPortfolio } from '../portfolio.mjs';
import { world } from './world.mjs';

/**
 * Fills the inventory with one newest SBOM for each of as many entities as it takes
 * to reach `occurrences` live components. Written past the intake, which would take
 * hours; the rows are the same.
 */
export function populate(db, occurrences) {
  const universe = world();
  const portfolio = createPortfolio(universe, {
    entities: 0,
    min: 500,
    max: 2500,
  });
  const now = Date.now();
  db.pragma('synchronous = OFF');
  const insert = {
    subject: db.prepare(
      `insert into subject (id, uid, entity_ref, kind, namespace, name, expected, created_at, state_since, dots)
       values (?, ?, ?, 'component', 'default', ?, '[]', ?, ?, '[]')`,
    ),
    stream: db.prepare(
      'insert into stream (id, subject_id, line, name) values (?, ?, ?, ?)',
    ),
    package: db.prepare(
      'insert into package (id, key, type, name) values (?, ?, ?, ?)',
    ),
    component: db.prepare(
      'insert into component (id, package_id, key, name, version) values (?, ?, ?, ?, ?)',
    ),
    current: db.prepare(
      'insert into current_component (component_id, stream_id, flags) values (?, ?, ?)',
    ),
  };
  const uses = new Map();
  let count = 0;
  let entity = 0;
  db.exec('begin');
  while (count < occurrences) {
    const [ids] = portfolio.releasesOf(entity, 1);
    entity += 1;
    const name = portfolio.nameOf(entity);
    insert.subject.run(
      entity,
      `s${entity}`,
      `component:default/${name}`,
      name,
      now,
      now,
    );
    insert.stream.run(entity, entity, 'main', name);
    for (const id of ids) {
      if (!uses.has(id)) uses.set(id, []);
      uses.get(id).push(entity);
    }
    count += ids.length;
  }
  const packages = new Set();
  for (const id of [...uses.keys()].sort((a, b) => a - b)) {
    const item = universe.packageOf(id);
    if (!packages.has(item.number)) {
      packages.add(item.number);
      insert.package.run(
        item.number + 1,
        universe.packageKey(id),
        item.type,
        item.name,
      );
    }
    insert.component.run(
      id + 1,
      item.number + 1,
      universe.purl(id),
      item.name,
      universe.versionText(id),
    );
    for (const stream of uses.get(id)) insert.current.run(id + 1, stream, 2);
  }
  db.exec('commit');
  return { occurrences: count, entities: entity, components: [...uses.keys()] };
}
