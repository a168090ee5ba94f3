// @ts-check

/**
 * What changes pages of evidence and is no event of the entity, promises and holds; and
 * which docs of the catalog link to these pages.
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

  await knex.schema.createTable('docs_site', table => {
    table.comment('Docs of the catalog that were looked through for links');
    table.string('entity_ref', 255).primary().comment('Whose docs they are');
    table
      .string('state', 16)
      .notNullable()
      .comment('read, unpublished or unreadable');
    table
      .string('revision', 255)
      .comment('Of the build that was read; the next one is read again');
    table.string('reason', 500).comment('Why it could not be read');
    table.bigInteger('looked_at').notNullable();
  });

  await knex.schema.createTable('docs_reference', table => {
    table.comment('Links to evidence in these docs, dead or alive');
    table.increments('id');
    table
      .string('entity_ref', 255)
      .notNullable()
      .references('entity_ref')
      .inTable('docs_site');
    table.string('file', 500).notNullable().comment('The page that has it');
    table.string('namespace', 63).notNullable().comment('Of the companion');
    table.string('name', 63).notNullable().comment('Of the companion');
    table
      .string('page', 500)
      .notNullable()
      .comment('Of the evidence; empty for its overview');
    table.index(['entity_ref'], 'docs_reference_entity_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('docs_reference');
  await knex.schema.dropTable('docs_site');
  await knex.schema.dropTable('kept_change');
};
