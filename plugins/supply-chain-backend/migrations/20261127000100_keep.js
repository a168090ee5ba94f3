// @ts-check

/**
 * How evidence is kept: what was promised, what holds it, what was deleted.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  /** @type {(table: import('knex').Knex.CreateTableBuilder, name: string) => import('knex').Knex.ColumnBuilder} */
  const big = (table, name) => table.bigInteger(name);
  /** @type {(table: import('knex').Knex.CreateTableBuilder, name: string) => import('knex').Knex.ColumnBuilder} */
  const json = (table, name) => table.text(name, 'longtext');
  /** @type {(table: import('knex').Knex.CreateTableBuilder, name: string) => import('knex').Knex.ColumnBuilder} */
  const who = (table, name) => {
    table.string(`${name}_type`, 16);
    return table.string(`${name}_ref`, 255);
  };

  await knex.schema.alterTable('evidence', table => {
    table
      .boolean('kept_open')
      .notNullable()
      .defaultTo(false)
      .comment('A promise counts from an event that has not come');
    table
      .string('kept_by', 63)
      .notNullable()
      .defaultTo('default')
      .comment('The class whose promise is the longest');
    big(table, 'latest_at').comment(
      'Not live and not held, it must be gone by then',
    );
    big(table, 'marked_at').comment('Since when it is marked for deletion');
    big(table, 'delete_after').comment('End of the grace period');
    table.index(['expires_at'], 'evidence_expires_idx');
    // Deleting looks for what else has a reading, and foreign keys do
    table.index(['reading_id'], 'evidence_reading_idx');
  });
  await knex.schema.raw(
    'create index evidence_marked_idx on evidence (delete_after) where marked_at is not null',
  );

  await knex.schema.raw(
    'create index evidence_superseded_idx on evidence (superseded_by) where superseded_by is not null',
  );

  await knex.schema.alterTable('artifact', table => {
    big(table, 'checked_at').comment('Last time every byte was re-read');
    table
      .string('condition', 16)
      .notNullable()
      .defaultTo('sound')
      .comment('sound, corrupt or missing');
    big(table, 'condition_at').comment('Since when it is not sound');
    big(table, 'unlink_at').comment(
      'No evidence has these bytes any more; they are to go',
    );
    table.index(['checked_at'], 'artifact_checked_idx');
  });
  await knex.schema.raw(
    'create index artifact_unlink_idx on artifact (sha256) where unlink_at is not null',
  );

  await knex.schema.alterTable('subject', table => {
    big(table, 'live_end_told_at').comment(
      'Gone for so long that its newest release is no longer live, and told',
    );
  });

  await knex.schema.alterTable('release', table => {
    big(table, 'support_until').comment('As stated when it was retired');
  });

  await knex.schema.createTable('retention_promise', table => {
    table.comment(
      'What was promised for a piece of evidence; the longest holds, and each only grows',
    );
    table
      .integer('evidence_id')
      .notNullable()
      .references('id')
      .inTable('evidence');
    table.string('class', 63).notNullable();
    table
      .string('start', 16)
      .notNullable()
      .comment('receipt, release, last-supply or end-of-support');
    big(table, 'minimum_ms').notNullable();
    big(table, 'latest_ms').comment('Absent: no latest deletion');
    big(table, 'started_at').comment('Absent while the event has not come');
    big(table, 'due_at').comment('started_at and minimum_ms');
    table.primary(['evidence_id', 'class', 'start']);
    table.index(['class'], 'retention_promise_class_idx');
  });
  await knex.schema.raw(
    'create index retention_promise_open_idx on retention_promise (start, evidence_id) where due_at is null',
  );

  await knex.schema.createTable('retention_class', table => {
    table.comment('Every version of every class that was ever effective');
    table.increments('id');
    table.string('name', 63).notNullable();
    table.integer('version').notNullable();
    json(table, 'definition').notNullable();
    big(table, 'effective_at').notNullable();
    big(table, 'ended_at').comment('Absent while it is effective');
    table.string('source', 16).notNullable().comment('config or proposal');
    table.string('proposal_uid', 36);
    table.unique(['name', 'version'], { indexName: 'retention_class_uq' });
  });
  await knex.schema.raw(
    'create unique index retention_class_effective_uq on retention_class (name) where ended_at is null',
  );

  await knex.schema.createTable('retention_proposal', table => {
    table.comment('Who proposed to shorten what, and who decided');
    table.increments('id');
    table.string('uid', 36).notNullable().unique('retention_proposal_uid_uq');
    table.string('class', 63).notNullable();
    json(table, 'effective').comment('Absent: there was no such class');
    json(table, 'proposed').comment('Absent: the class is to end');
    json(table, 'shortens').notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment('open, approved, rejected or superseded');
    table.string('reason', 1000).notNullable();
    big(table, 'proposed_at').notNullable();
    who(table, 'proposed_by').notNullable();
    big(table, 'decided_at');
    who(table, 'decided_by');
    table.string('decision_reason', 1000);
    json(table, 'preview').comment('Volumes when it was decided');
  });
  await knex.schema.raw(
    "create unique index retention_proposal_open_uq on retention_proposal (class) where state = 'open'",
  );

  await knex.schema.createTable('retention_run', table => {
    table.comment('Runs with what they did');
    table.increments('id');
    table.string('uid', 36).notNullable().unique('retention_run_uid_uq');
    big(table, 'started_at').notNullable();
    big(table, 'ended_at');
    table.boolean('dry_run').notNullable();
    table
      .string('outcome', 16)
      .notNullable()
      .comment('running, done, interrupted, stopped, refused or failed');
    table.string('reason', 1000);
    json(table, 'counts').notNullable();
  });

  await knex.schema.createTable('retention_alarm', table => {
    table.comment('What a person has to look at');
    table.increments('id');
    table.string('uid', 36).notNullable().unique('retention_alarm_uid_uq');
    table.string('kind', 16).notNullable();
    table
      .string('about', 255)
      .notNullable()
      .comment('Digest or file; one open alarm for each kind and this');
    big(table, 'raised_at').notNullable();
    table.string('message', 1000).notNullable();
    big(table, 'volume').comment('How much the run would have marked');
    big(table, 'ended_at').comment('Absent while it is open');
    who(table, 'confirmed_by');
    table.string('confirm_reason', 1000);
  });
  await knex.schema.raw(
    'create unique index retention_alarm_open_uq on retention_alarm (kind, about) where ended_at is null',
  );

  await knex.schema.createTable('retention_state', table => {
    table.comment('One row: whose turn it is, and what the clock said');
    table.integer('id').primary();
    big(table, 'clock_mark').comment('Time of the last run; guards the clock');
    table.string('lease_by', 36).comment('The run that has its turn');
    big(table, 'lease_until');
    big(table, 'allowed_volume').comment('Confirmed for the next run');
    big(table, 'replayed_at').comment('Last replay of tombstones at a start');
    table.integer('replayed').notNullable().defaultTo(0);
    table.integer('replay_kept').notNullable().defaultTo(0);
    big(table, 'swept_at').comment('Last look for stray files');
  });
  await knex('retention_state').insert({ id: 1 });

  await knex.schema.createTable('tombstone', table => {
    table.comment(
      'Evidence that was deleted; written before the bytes go, never edited',
    );
    table.increments('id');
    table.string('uid', 36).notNullable().unique('tombstone_uid_uq');
    table
      .string('evidence_uid', 36)
      .notNullable()
      .unique('tombstone_evidence_uq')
      .comment('One piece of evidence is deleted once');
    table.string('sha256', 64).notNullable();
    table.boolean('erased').notNullable().comment('Only the digest is kept');
    table.string('kind', 32);
    big(table, 'size');
    table.integer('subject_id');
    table.string('entity_ref', 255);
    table.string('release_uid', 36);
    table.string('version', 200);
    table.string('channel', 16);
    big(table, 'received_at');
    big(table, 'deleted_at').notNullable();
    table
      .string('deleted_by', 80)
      .notNullable()
      .comment('run:<uid> or erasure:<uid>');
    table.string('rule', 63).notNullable();
    big(table, 'journalled_at').comment(
      'It is in the journal too; before that no byte goes',
    );
    table.index(['sha256'], 'tombstone_sha256_idx');
    table.index(['entity_ref'], 'tombstone_entity_idx');
    table.index(['deleted_at'], 'tombstone_deleted_idx');
  });
  await knex.schema.raw(
    'create index tombstone_unjournalled_idx on tombstone (sha256) where journalled_at is null',
  );

  await knex.schema.createTable('hold', table => {
    table.comment('Legal holds, and who placed and lifted them');
    table.increments('id');
    table.string('uid', 36).notNullable().unique('hold_uid_uq');
    json(table, 'target').notNullable();
    table.string('reason', 1000).notNullable();
    table.string('reference', 200).notNullable();
    big(table, 'placed_at').notNullable();
    who(table, 'placed_by').notNullable();
    big(table, 'review_at').notNullable();
    big(table, 'reminded_at').comment('Of this review date');
    big(table, 'lifted_at').comment('Absent while it is active');
    who(table, 'lifted_by');
    table.string('lift_reason', 1000);
  });
  await knex.schema.raw(
    'create index hold_active_idx on hold (id) where lifted_at is null',
  );

  await knex.schema.createTable('erasure', table => {
    table.comment('Erasures of personal data, and who asked and decided');
    table.increments('id');
    table.string('uid', 36).notNullable().unique('erasure_uid_uq');
    table.string('sha256', 64).notNullable();
    table.string('legal_basis', 500).notNullable();
    table.string('reason', 1000).notNullable();
    table.string('state', 16).notNullable().comment('open, done or rejected');
    big(table, 'requested_at').notNullable();
    who(table, 'requested_by').notNullable();
    big(table, 'decided_at');
    who(table, 'decided_by');
    table.string('decision_reason', 1000);
    table.integer('placements').comment('How much evidence had these bytes');
  });
  await knex.schema.raw(
    "create unique index erasure_open_uq on erasure (sha256) where state = 'open'",
  );

  await knex.schema.createTable('retirement', table => {
    table.comment('A release left a stage; ended when it is promoted again');
    table.increments('id');
    table
      .integer('release_id')
      .notNullable()
      .references('id')
      .inTable('release');
    table
      .string('stage', 63)
      .notNullable()
      .comment('Empty where it had been promoted nowhere');
    big(table, 'retired_at').notNullable();
    who(table, 'retired_by').notNullable();
    table.string('source', 500).comment('repository @ workflow, from claims');
    table.string('reason', 1000);
    big(table, 'ended_at').comment('Promoted to the stage again');
    table.index(['release_id'], 'retirement_release_idx');
  });
  await knex.schema.raw(
    'create unique index retirement_open_uq on retirement (release_id, stage) where ended_at is null',
  );

  await knex.schema.createTable('evidence_access', table => {
    table.comment(
      'Who read or downloaded what; equal reads of a day are one row',
    );
    table.increments('id');
    table.integer('day').notNullable().comment('Days since 1970, UTC');
    table.string('action', 16).notNullable().comment('read or download');
    table.string('principal_type', 16).notNullable();
    table.string('principal_ref', 255).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.string('release_uid', 36).notNullable().defaultTo('');
    table.string('evidence_uid', 36).notNullable().defaultTo('');
    big(table, 'first_at').notNullable();
    big(table, 'last_at').notNullable();
    table.integer('times').notNullable();
    table.unique(
      [
        'day',
        'action',
        'principal_ref',
        'entity_ref',
        'release_uid',
        'evidence_uid',
      ],
      { indexName: 'evidence_access_uq' },
    );
    table.index(['entity_ref', 'id'], 'evidence_access_entity_idx');
  });

  // What was promised before classes were known
  await knex.raw(
    `insert into retention_promise
       (evidence_id, class, start, minimum_ms, started_at, due_at)
     select id, 'default', 'receipt', expires_at - received_at, received_at, expires_at
       from evidence`,
  );
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
  for (const table of [
    'evidence_access',
    'retirement',
    'erasure',
    'hold',
    'tombstone',
    'retention_state',
    'retention_alarm',
    'retention_run',
    'retention_proposal',
    'retention_class',
    'retention_promise',
  ]) {
    await knex.schema.dropTable(table);
  }
  await dropColumns(knex, 'release', ['support_until']);
  await dropColumns(knex, 'subject', ['live_end_told_at']);
  for (const index of [
    'artifact_unlink_idx',
    'artifact_checked_idx',
    'evidence_superseded_idx',
    'evidence_marked_idx',
    'evidence_reading_idx',
    'evidence_expires_idx',
  ]) {
    await knex.raw('drop index ??', [index]);
  }
  await dropColumns(knex, 'artifact', [
    'checked_at',
    'condition',
    'condition_at',
    'unlink_at',
  ]);
  await dropColumns(knex, 'evidence', [
    'kept_open',
    'kept_by',
    'latest_at',
    'marked_at',
    'delete_after',
  ]);
};
