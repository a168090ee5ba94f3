// @ts-check

/**
 * Artifacts that could not be read when it was their turn are tried again by every run,
 * and a reminder is one replica's to send until it is sent.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.raw(
    "create index artifact_unreadable_idx on artifact (sha256) where condition = 'unreadable'",
  );
  for (const name of ['hold', 'subject']) {
    await knex.schema.alterTable(name, table => {
      table
        .bigInteger('reminding_at')
        .comment('Since when somebody is sending the reminder');
    });
  }
};

// On SQLite knex would drop a column by making the table anew, which rows that refer to
// it prevent: keys stay on within a migration's transaction
/** @type {(knex: import('knex').Knex, table: string, columns: string[]) => Promise<void>} */
async function dropColumns(knex, table, columns) {
  for (const column of columns) {
    await knex.raw('alter table ?? drop column ??', [table, column]);
  }
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of ['hold', 'subject']) {
    await dropColumns(knex, name, ['reminding_at']);
  }
  await knex.schema.raw('drop index artifact_unreadable_idx');
  // The version before knows only what was found of bytes that it could read
  await knex('artifact')
    .where({ condition: 'unreadable' })
    .update({ condition: 'sound', condition_at: null });
  await knex('retention_alarm')
    .whereIn('kind', ['unreadable', 'unreachable'])
    .delete();
};
