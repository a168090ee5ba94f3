// @ts-check

/**
 * What has been published of an entity's evidence, and where. A target is one place
 * that TechDocs reads sites from: an object store, or the folder of one host.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('mirror_target', table => {
    table.comment('Places that sites are published to');
    table
      .string('id', 63)
      .primary()
      .comment('Random; kept with the published sites, and lost with them');
    table
      .bigInteger('seen_at')
      .notNullable()
      .comment('When something last published there or asked what to publish');
  });

  await knex.schema.createTable('mirror_site', table => {
    table.comment('The site of a subject at a target');
    table
      .integer('subject_id')
      .notNullable()
      .references('id')
      .inTable('subject');
    table
      .string('target', 63)
      .notNullable()
      .references('id')
      .inTable('mirror_target')
      .onDelete('CASCADE');
    table
      .string('revision', 63)
      .comment('What the site shows; absent until it was published once');
    table.string('layout', 63).comment('The renderer that made it');
    table.string('etag', 64).comment('SHA-256 of the published pages');
    table.bigInteger('published_at').comment('When the pages last changed');
    table
      .string('claim_uid', 36)
      .unique('mirror_site_claim_uq')
      .comment('Whoever is publishing; one at a time');
    table
      .bigInteger('claim_ends_at')
      .comment(
        'Past it the publisher is no more, and the site may be half there',
      );
    table.string('claimed_revision', 63);
    table.string('claimed_layout', 63);
    table.integer('failures').notNullable().defaultTo(0);
    table.bigInteger('retry_at').comment('After a failure, not before');
    table.primary(['subject_id', 'target']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('mirror_site');
  await knex.schema.dropTable('mirror_target');
};
