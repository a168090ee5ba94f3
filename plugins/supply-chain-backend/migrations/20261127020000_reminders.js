// @ts-check

/**
 * Which parts of a reminder are out, so that one that cannot be sent holds up no other
 * and repeats none.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const name of ['hold', 'subject']) {
    await knex.schema.alterTable(name, table => {
      table
        .text('reminder_sent', 'longtext')
        .comment(
          'JSON of what the reminder is about and of its parts that are out',
        );
    });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of ['hold', 'subject']) {
    // On SQLite knex would make the table anew, which rows that refer to it prevent
    await knex.raw('alter table ?? drop column reminder_sent', [name]);
  }
};
