// @ts-check

/**
 * Signatures that lie beside a document are evidence of their own, and say which bytes
 * they are over. What checking one told is of that file too, not of its own bytes alone.
 *
 * Roots of TUF repositories are kept by what identifies the repository, so that one under
 * a known name does not go on with the roots of another.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('evidence', table => {
    table
      .string('signs', 71)
      .comment(
        'sha256:<hex> of the file that it is a detached signature of, as its sender or its bundle says',
      );
    table.dropUnique(['release_id', 'stream', 'kind', 'sha256'], 'evidence_uq');
  });
  // The same bytes may have been sent as the signature of the wrong file before
  await knex.schema.raw(
    "create unique index evidence_uq on evidence (release_id, stream, kind, sha256, coalesce(signs, ''))",
  );

  await knex.schema.alterTable('verification', table => {
    table
      .string('about', 80)
      .notNullable()
      .defaultTo('')
      .comment(
        'Of a detached signature: sha256:<hex> of what it was checked over by its digest, file:<hex> with the file itself; else empty',
      );
    table.dropUnique(['sha256', 'policy_digest'], 'verification_uq');
  });
  await knex.schema.alterTable('verification', table => {
    table.unique(['sha256', 'policy_digest', 'about'], {
      indexName: 'verification_about_uq',
    });
  });

  await knex.schema.createTable('tuf_root', table => {
    table.comment('The last trusted root that each TUF repository gave');
    table
      .string('repository', 64)
      .primary()
      .comment('SHA-256 over name, mirror and the root.json it is trusted by');
    table.string('name', 100).notNullable().comment('What lines name it by');
    table.string('mirror', 2000).notNullable();
    table
      .string('initial_root', 71)
      .notNullable()
      .comment('sha256:<hex> of the root.json that it is first trusted by');
    table.text('root', 'longtext').notNullable().comment('trusted_root.json');
    for (const role of ['root', 'timestamp', 'snapshot', 'targets']) {
      table
        .integer(`${role}_version`)
        .notNullable()
        .comment('Of the metadata of that role; only moves forward');
    }
    table
      .bigInteger('since')
      .notNullable()
      .comment('Since when this trusted root is the last one');
    table
      .bigInteger('refreshed_at')
      .notNullable()
      .comment('When the repository last showed that nothing is newer');
  });
  // By name alone nobody can tell which repository gave it: it is asked for anew
  await knex.schema.dropTable('trust_root');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
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
  await knex.schema.dropTable('tuf_root');

  // What was checked over a file says nothing of the signature's bytes alone
  await knex('verification').whereNot('about', '').delete();
  await knex.schema.alterTable('verification', table => {
    table.dropUnique(
      ['sha256', 'policy_digest', 'about'],
      'verification_about_uq',
    );
    table.unique(['sha256', 'policy_digest'], { indexName: 'verification_uq' });
  });
  await knex.schema.alterTable('verification', table => {
    table.dropColumn('about');
  });

  await knex.schema.raw('drop index evidence_uq');
  // What only `signs` told apart is told apart by its stream
  await knex.schema
    .raw(`update evidence set stream = substr(stream, 1, 180) || ' ' || id
    where exists (select 1 from evidence as e where e.release_id = evidence.release_id
      and e.stream = evidence.stream and e.kind = evidence.kind
      and e.sha256 = evidence.sha256 and e.id < evidence.id)`);
  // Not by the builder, which makes the table anew on SQLite, and rows point at it
  await knex.schema.raw('alter table evidence drop column signs');
  await knex.schema.alterTable('evidence', table => {
    table.unique(['release_id', 'stream', 'kind', 'sha256'], {
      indexName: 'evidence_uq',
    });
  });
};
