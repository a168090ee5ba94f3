// @ts-check

/**
 * What changes pages of evidence and is no event of the entity: promises and holds.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('kept_change', table => {
    table.comment(
      'Changes of how the evidence of a subject is kept: promises and holds',
    );
    table
      .integer('subject_id')
      .primary()
      // No key: it would wait for whoever has locked the subject, who may wait for this
      .comment('subject.id');
    table
      .integer('changes')
      .notNullable()
      .comment('Counts them; the pages follow whenever it moves');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('kept_change');
};
