// @ts-check

/**
 * Who may vouch for what, and what was found when signed documents were checked.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('trust_policy', table => {
    table.comment('Every trust policy that ever applied; never edited');
    table.increments('id');
    table
      .string('digest', 71)
      .notNullable()
      .comment('sha256:<hex> of the content');
    table
      .text('content', 'longtext')
      .notNullable()
      .comment('Canonical JSON: roots, keys, lines; nothing in it is secret');
    table.bigInteger('since').notNullable().comment('Since when it applied');
    table.index(['since'], 'trust_policy_since_idx');
  });

  await knex.schema.createTable('verification', table => {
    table.comment(
      'What checking a signed artifact under a trust policy told; never edited',
    );
    table.increments('id');
    table
      .string('sha256', 64)
      .notNullable()
      .references('sha256')
      .inTable('artifact');
    table
      .string('policy_digest', 71)
      .notNullable()
      .comment('Digest of the trust policy');
    table
      .text('assessment', 'longtext')
      .notNullable()
      .comment('SignedAssessment as JSON');
    table.bigInteger('verified_at').notNullable();
    table.unique(['sha256', 'policy_digest'], { indexName: 'verification_uq' });
  });

  await knex.schema.createTable('trust_root', table => {
    table.comment('The last trusted root that a TUF repository gave, by name');
    table.string('name', 100).primary();
    table.text('root', 'longtext').notNullable().comment('trusted_root.json');
    table
      .integer('version')
      .notNullable()
      .comment('Of the TUF targets; only moves forward');
    table.bigInteger('refreshed_at').notNullable();
  });

  await knex.schema.createTable('trust_hold', table => {
    table.comment('Every time that trust of an entity waited for a person');
    table.increments('id');
    table
      .integer('subject_id')
      .notNullable()
      .references('id')
      .inTable('subject');
    table.bigInteger('held_at').notNullable();
    table.string('reason', 1000).notNullable().comment('What had changed');
    table.string('source_before', 2000).comment('As confirmed last');
    table.string('source_now', 2000);
    table.bigInteger('confirmed_at').comment('Absent while it is held');
    table.string('confirmed_by', 255).comment('Principal');
    table.string('confirmed_reason', 1000);
    table.index(['subject_id'], 'trust_hold_subject_idx');
  });

  await knex.schema.alterTable('evidence', table => {
    table
      .string('receipt_policy_digest', 71)
      .comment('Trust policy that applied when it arrived');
    table
      .string('trust_line', 100)
      .comment('The line it relies on now, or relied on until it was revoked');
    table.index(['trust_line'], 'evidence_trust_line_idx');
  });

  await knex.schema.alterTable('release', table => {
    table
      .text('trust', 'longtext')
      .comment('Levels, seal and signing as last related, as JSON');
    table
      .string('trust_policy_digest', 71)
      .comment('Trust policy that it was related under');
  });

  await knex.schema.alterTable('subject', table => {
    table
      .string('catalog_uid', 64)
      .comment('metadata.uid of the entity whose source was confirmed');
    table
      .string('confirmed_source', 2000)
      .comment('Source location that trust was last confirmed for');
    table
      .bigInteger('trust_held_since')
      .comment('Nothing is trusted until a person confirms');
    table.string('trust_held_reason', 1000);
    table
      .string('build_repositories', 2000)
      .comment('As annotated; narrows what trust lines expect');
    table.string('build_refs', 1000).comment('As annotated; narrows too');
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
  await dropColumns(knex, 'subject', [
    'catalog_uid',
    'confirmed_source',
    'trust_held_since',
    'trust_held_reason',
    'build_repositories',
    'build_refs',
  ]);
  await dropColumns(knex, 'release', ['trust', 'trust_policy_digest']);
  await knex.raw('drop index evidence_trust_line_idx');
  await dropColumns(knex, 'evidence', ['receipt_policy_digest', 'trust_line']);
  for (const table of [
    'trust_hold',
    'trust_root',
    'verification',
    'trust_policy',
  ]) {
    await knex.schema.dropTable(table);
  }
};
