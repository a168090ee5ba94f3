// @ts-check

/**
 * What holds by query cover, written down: an entity that once matched stays covered
 * whatever the catalog says of it later.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('subject', table => {
    table
      .text('tags', 'longtext')
      .comment('JSON of the sorted metadata.tags; absent: none');
    table
      .text('labels', 'longtext')
      .comment('JSON of metadata.labels by sorted keys; absent: none');
  });
  await knex.schema.alterTable('hold', table => {
    table
      .bigInteger('covered_at')
      .comment('Since when its cover is written down; absent: not yet');
  });
  await knex.schema.createTable('hold_cover', table => {
    table.comment(
      'Entities that a hold by query covers; rows come and never go',
    );
    table.integer('hold_id').notNullable().references('id').inTable('hold');
    table
      .integer('subject_id')
      .notNullable()
      .comment(
        'No foreign key: it would lock the subject after the lock of holds',
      );
    table.bigInteger('covered_at').notNullable();
    table.primary(['hold_id', 'subject_id']);
    table.index(['subject_id'], 'hold_cover_subject_idx');
  });
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
  await knex.schema.dropTable('hold_cover');
  await dropColumns(knex, 'hold', ['covered_at']);
  await dropColumns(knex, 'subject', ['tags', 'labels']);
};
