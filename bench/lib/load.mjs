const CHUNK = 50_000;

/**
 * Writes rows past the intake, as fast as the engine takes them. `types` are those
 * of the columns in PostgreSQL.
 */
export async function load({ engine, knex, bare }, table, types, rows) {
  const columns = Object.keys(types);
  const into = `insert into ${table} (${columns.join(', ')})`;
  if (engine === 'pg') {
    const lists = columns.map(name => `?::${types[name]}[]`).join(', ');
    for (const chunk of chunksOf(rows)) {
      await knex.raw(
        `${into} select * from unnest(${lists})`,
        columns.map((_, at) => chunk.map(row => row[at])),
      );
    }
    return;
  }
  const db = bare();
  db.pragma('synchronous = OFF');
  const insert = db.prepare(
    `${into} values (${columns.map(() => '?').join(', ')})`,
  );
  db.exec('begin');
  for (const row of rows) insert.run(...row);
  db.exec('commit');
  db.close();
}

function* chunksOf(rows) {
  let chunk = [];
  for (const row of rows) {
    if (chunk.push(row) === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length) yield chunk;
}
