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

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of ['hold', 'subject']) {
    await knex.schema.alterTable(name, table => {
      table.dropColumn('reminding_at');
    });
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
