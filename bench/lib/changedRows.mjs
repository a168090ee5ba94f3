/** Every row of every table, as it is now, by its rowid or primary key. */
export function snapshot(db) {
  const tables = db
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'knex_%'`,
    )
    .all()
    .map(({ name }) => name);
  return new Map(
    tables.map(table => [
      table,
      new Map(
        db
          .prepare(`select rowid as rid, * from "${table}"`)
          .all()
          .map(row => [row.rid, row]),
      ),
    ]),
  );
}

/** What lies between two snapshots, as statements that do nothing but that. */
export function changes(before, after) {
  const list = [];
  for (const [table, rows] of after) {
    const old = before.get(table);
    const put = [];
    const drop = [...old.keys()].filter(rid => !rows.has(rid));
    for (const [rid, row] of rows) {
      if (!old.has(rid) || !sameRow(old.get(rid), row)) put.push(row);
    }
    if (put.length || drop.length) list.push({ table, put, drop });
  }
  return list;
}

function sameRow(a, b) {
  return Object.keys(b).every(key =>
    Buffer.isBuffer(b[key])
      ? Buffer.isBuffer(a[key]) && a[key].equals(b[key])
      : a[key] === b[key],
  );
}

/** Writes the changes in one transaction with prepared statements, and nothing else. */
export function apply(db, list) {
  db.exec('begin immediate');
  for (const { table, put, drop } of list) {
    const remove = db.prepare(`delete from "${table}" where rowid = ?`);
    for (const rid of drop) remove.run(rid);
    if (!put.length) continue;
    const [{ rid: _, ...columns }] = put;
    const names = Object.keys(columns);
    const insert = db.prepare(
      `insert or replace into "${table}" (rowid, ${names
        .map(name => `"${name}"`)
        .join(', ')}) values (?, ${names.map(() => '?').join(', ')})`,
    );
    for (const row of put) insert.run(row.rid, ...names.map(name => row[name]));
  }
  db.exec('commit');
}

/** The same changes as so many transactions of about equal size. */
export function inParts(list, count) {
  const slice = (rows, at) =>
    rows.slice(
      Math.floor((rows.length * at) / count),
      Math.floor((rows.length * (at + 1)) / count),
    );
  return Array.from({ length: count }, (_, at) =>
    list
      .map(({ table, put, drop }) => ({
        table,
        put: slice(put, at),
        drop: slice(drop, at),
      }))
      .filter(({ put, drop }) => put.length || drop.length),
  );
}
