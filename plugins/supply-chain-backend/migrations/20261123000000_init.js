// @ts-check

/**
 * Times are epoch milliseconds in `bigint` columns, digests are lower-case hex,
 * ids that leave the process are opaque strings (`uid`), numeric ids stay inside.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const pg = knex.client.config.client.includes('pg');
  /** @type {(table: import('knex').Knex.CreateTableBuilder, name: string) => import('knex').Knex.ColumnBuilder} */
  const big = (table, name) => table.bigInteger(name);
  // JSON is text on both engines: nothing queries inside it
  /** @type {(table: import('knex').Knex.CreateTableBuilder, name: string) => import('knex').Knex.ColumnBuilder} */
  const json = (table, name) => table.text(name, 'longtext');

  await knex.schema.createTable('subject', table => {
    table.comment(
      'What evidence hangs on: a catalog entity, known by an internal id',
    );
    table.increments('id');
    table
      .string('uid', 36)
      .notNullable()
      .unique('subject_uid_uq')
      .comment('Opaque id in events');
    table
      .string('entity_ref', 255)
      .notNullable()
      .unique('subject_entity_ref_uq')
      .comment('kind:namespace/name, lower case');
    table.string('kind', 63).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('name', 63).notNullable();
    table
      .string('title', 255)
      .comment('Snapshot of the catalog, kept when the entity goes');
    table.string('type', 255);
    table.string('lifecycle', 255);
    table.string('owner_ref', 255);
    table.string('system_ref', 255);
    table
      .string('source_location', 2000)
      .comment('backstage.io/source-location, for collectors');
    table
      .string('evidence_location', 2000)
      .comment('Annotation: where evidence lies');
    table
      .boolean('in_scope')
      .notNullable()
      .defaultTo(false)
      .comment('A selector names it');
    table.string('mode', 16).notNullable().defaultTo('observe');
    big(table, 'enforced_from');
    table.string('collection', 63).notNullable().defaultTo('release');
    json(table, 'expected').notNullable().comment('[{kind, level}]');
    table
      .string('latest_release', 200)
      .comment('Annotation: newest tagged version');
    big(table, 'latest_release_at');
    big(table, 'created_at').notNullable();
    big(table, 'seen_at').comment('Last time it was in the catalog');
    big(table, 'gone_at').comment('Since when it is no longer in the catalog');
    table
      .integer('newest_release_id')
      .comment('Greatest made_at in channel release');
    table.string('state', 32).notNullable().defaultTo('not-known');
    big(table, 'state_since').notNullable();
    table.boolean('newly_broken').notNullable().defaultTo(false);
    table
      .integer('urgency')
      .notNullable()
      .defaultTo(0)
      .comment('Sort key of the portfolio, higher first');
    table.string('first_reason', 500);
    table.integer('more_reasons').notNullable().defaultTo(0);
    json(table, 'dots')
      .notNullable()
      .comment('[{kind, state, since}] for lists');
    table.index(['in_scope', 'urgency'], 'subject_urgency_idx');
    table.index(['owner_ref'], 'subject_owner_idx');
  });

  await knex.schema.createTable('release', table => {
    table.comment('A version of a subject in a channel');
    table.increments('id');
    table.string('uid', 36).notNullable().unique('release_uid_uq');
    table
      .integer('subject_id')
      .notNullable()
      .references('id')
      .inTable('subject');
    table.string('channel', 16).notNullable();
    table.string('version', 200).notNullable().comment('As given');
    table.string('line', 100).notNullable().defaultTo('main');
    big(table, 'made_at').notNullable().comment('Fixed at first acceptance');
    big(table, 'created_at').notNullable();
    table.integer('decision_id').comment('Current decision');
    table
      .integer('judge_asked')
      .notNullable()
      .defaultTo(0)
      .comment('Raised by each change');
    table
      .integer('judge_done')
      .notNullable()
      .defaultTo(0)
      .comment('The ask that was judged; lower: needs judging');
    big(table, 'judge_since').comment('Since when it waits');
    table.unique(['subject_id', 'channel', 'version'], {
      indexName: 'release_version_uq',
    });
    table.index(
      ['subject_id', 'channel', 'line', 'made_at'],
      'release_newest_idx',
    );
  });
  await knex.schema.raw(
    'create index release_waiting_idx on "release" ("id") where judge_asked > judge_done',
  );

  await knex.schema.createTable('output', table => {
    table.comment(
      'Build products of a release by full digest, and who vouches for the digest',
    );
    table.increments('id');
    table
      .integer('release_id')
      .notNullable()
      .references('id')
      .inTable('release');
    table.string('name', 1000).notNullable();
    table.string('algorithm', 16).notNullable();
    table.string('digest', 128).notNullable();
    table
      .string('authority', 16)
      .notNullable()
      .comment('attested, observed or declared');
    big(table, 'created_at').notNullable();
    table.unique(['release_id', 'algorithm', 'digest', 'authority'], {
      indexName: 'output_uq',
    });
  });

  await knex.schema.createTable('artifact', table => {
    table.comment(
      'Immutable bytes; the row exists only if the bytes are stored',
    );
    table.string('sha256', 64).primary();
    big(table, 'size')
      .notNullable()
      .comment('Bytes as received, transport encoding removed');
    big(table, 'stored_size').notNullable();
    table.string('store_key', 255).notNullable();
    big(table, 'created_at').notNullable();
    big(table, 'expires_at')
      .notNullable()
      .comment('Longest promise of any placement; only grows');
  });

  await knex.schema.createTable('reading', table => {
    table.comment(
      'What reading an artifact told: a function of bytes and reader version',
    );
    table.increments('id');
    table
      .string('sha256', 64)
      .notNullable()
      .references('sha256')
      .inTable('artifact');
    table.integer('reader_version').notNullable();
    table
      .string('hint_kind', 32)
      .notNullable()
      .defaultTo('')
      .comment('The kind hint it was read with, where structure did not tell');
    json(table, 'summary')
      .notNullable()
      .comment('recognised, valid, generator, createdAt, counts');
    table
      .binary('fragment')
      .notNullable()
      .comment('zstd-compressed DocumentFragment');
    table.unique(['sha256', 'reader_version', 'hint_kind'], {
      indexName: 'reading_uq',
    });
  });

  await knex.schema.createTable('package', table => {
    table.comment('Packages without version');
    table.increments('id');
    table
      .text('key')
      .notNullable()
      .comment(
        'purl without version, qualifiers and subpath, else type:group/name',
      );
    table.string('type', 63).notNullable();
    table.text('name').notNullable();
  });
  await knex.schema.raw('create unique index package_key_uq on package (key)');

  await knex.schema.createTable('component', table => {
    table.comment('Distinct component versions, dense ids in first-seen order');
    table.increments('id');
    table
      .integer('package_id')
      .notNullable()
      .references('id')
      .inTable('package');
    table
      .text('key')
      .notNullable()
      .comment('Canonical purl, else type:group/name@version');
    table.text('name').notNullable();
    table.text('version').notNullable().comment('Empty where none is stated');
    table.index(['package_id'], 'component_package_idx');
  });
  await knex.schema.raw(
    'create unique index component_key_uq on component (key)',
  );

  await knex.schema.createTable('component_set', table => {
    table.comment('The components of one SBOM; shared by equal bytes');
    table.increments('id');
    table
      .integer('reading_id')
      .notNullable()
      .unique('component_set_reading_uq')
      .references('id')
      .inTable('reading');
    table
      .integer('count')
      .notNullable()
      .comment('Components in the document, duplicates included');
    table
      .binary('ids')
      .notNullable()
      .comment('Delta varints of sorted component ids');
    table
      .binary('flags')
      .notNullable()
      .comment('One byte an id: 1 direct, 2 transitive, 0 unknown');
  });

  await knex.schema.createTable('stream', table => {
    table.comment('One line of SBOMs of a subject within a line of releases');
    table.increments('id');
    table
      .integer('subject_id')
      .notNullable()
      .references('id')
      .inTable('subject');
    table.string('line', 100).notNullable();
    table.string('name', 200).notNullable();
    table
      .integer('current_set_id')
      .comment('Set of the newest release; drives current_component');
    table.integer('current_release_id');
    table.unique(['subject_id', 'line', 'name'], { indexName: 'stream_uq' });
  });

  await knex.schema.createTable('current_component', table => {
    table.comment('Where-used: one row a live component of a stream');
    table.integer('component_id').notNullable();
    table.integer('stream_id').notNullable();
    table.smallint('flags').notNullable().defaultTo(0);
    table.primary(['component_id', 'stream_id']);
  });

  await knex.schema.createTable('receipt', table => {
    table.comment('One arrival of bytes that was taken in');
    table.increments('id');
    table.string('uid', 36).notNullable().unique('receipt_uid_uq');
    table
      .integer('subject_id')
      .notNullable()
      .references('id')
      .inTable('subject');
    table
      .integer('release_id')
      .notNullable()
      .references('id')
      .inTable('release');
    table.integer('evidence_id').notNullable();
    table.string('sha256', 64).notNullable();
    table.string('outcome', 16).notNullable().comment('accepted or known');
    big(table, 'at').notNullable();
    table.string('principal_type', 16).notNullable();
    table.string('principal_ref', 255).notNullable();
    json(table, 'claims').comment('Verified claims of a pipeline token');
    table.string('source', 500).comment('repository @ workflow, from claims');
    table.string('via', 16).notNullable().comment('http, collector or page');
    table
      .string('key_scope', 64)
      .notNullable()
      .defaultTo('')
      .comment('Which jobs of the principal share idempotency keys');
    table.string('idempotency_key', 200);
    table.string('file_name', 255);
    table.unique(['principal_ref', 'key_scope', 'idempotency_key'], {
      indexName: 'receipt_idempotency_uq',
    });
    table.index(['at'], 'receipt_at_idx');
    table.index(['evidence_id'], 'receipt_evidence_idx');
  });

  await knex.schema.createTable('refusal', table => {
    table.comment('An arrival that was turned away, kept 90 days');
    table.increments('id');
    table.string('uid', 36).notNullable().unique('refusal_uid_uq');
    table
      .integer('subject_id')
      .comment('When the entity is known')
      .references('id')
      .inTable('subject');
    table
      .string('entity_ref', 255)
      .comment('Normalised; absent for what no entity could be named');
    table.string('version', 200);
    table.string('channel', 16);
    table.string('kind', 32);
    table.string('file_name', 255);
    big(table, 'size');
    big(table, 'at').notNullable().comment('The first time');
    big(table, 'last_at').notNullable().comment('The last time');
    table
      .integer('times')
      .notNullable()
      .defaultTo(1)
      .comment('Equal refusals one after the other are one row');
    big(table, 'expires_at').notNullable();
    table.string('principal_type', 16).notNullable();
    table.string('principal_ref', 255).notNullable();
    table.string('source', 500);
    table.string('via', 16).notNullable();
    table.string('code', 63).notNullable();
    table.integer('status').notNullable().comment('HTTP status answered');
    table.string('reason', 1000).notNullable();
    table.string('pointer', 1000);
    table.integer('line_number');
    table.string('remedy', 1000);
    table.index(['at'], 'refusal_at_idx');
    table.index(['subject_id', 'at'], 'refusal_subject_idx');
    table.index(['principal_ref', 'at'], 'refusal_principal_idx');
  });

  await knex.schema.createTable('late_arrival', table => {
    table.comment(
      'An arrival that was answered before it was settled, for who asks for its receipt',
    );
    table.string('uid', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.string('version', 200).notNullable();
    table.string('channel', 16).notNullable();
    table.string('kind', 32);
    table.string('file_name', 255);
    big(table, 'size');
    table.string('principal_type', 16).notNullable();
    table.string('principal_ref', 255).notNullable();
    table.string('source', 500);
    table.string('via', 16).notNullable();
    big(table, 'at').notNullable();
    table
      .string('receipt_uid', 36)
      .comment('The receipt that its idempotency key had already');
    big(table, 'ends_at')
      .notNullable()
      .comment('Not settled by then: whoever worked on it is no more');
    table.index(['ends_at'], 'late_arrival_ends_idx');
  });

  await knex.schema.createTable('pipeline_token', table => {
    table.comment(
      'Tokens of pipelines that were used to write, until they expire',
    );
    table
      .string('token_hash', 64)
      .primary()
      .comment('SHA-256 of issuer and jti');
    big(table, 'expires_at').notNullable();
    table.index(['expires_at'], 'pipeline_token_expires_idx');
  });

  await knex.schema.createTable('pipeline_token_use', table => {
    table.comment('The requests that a token was used for');
    table
      .string('token_hash', 64)
      .notNullable()
      .references('token_hash')
      .inTable('pipeline_token');
    table
      .string('use_hash', 64)
      .notNullable()
      .comment('SHA-256 of request and idempotency key; empty without a key');
    table.primary(['token_hash', 'use_hash']);
  });

  await knex.schema.createTable('usage', table => {
    table.comment('What was sent in a span of time, counted against limits');
    table
      .string('counter', 64)
      .notNullable()
      .comment('SHA-256 of what is counted, of whom, and the limit’s span');
    big(table, 'starts_at').notNullable().comment('Of the span');
    big(table, 'ends_at').notNullable();
    big(table, 'used').notNullable().comment('Documents or bytes');
    table.primary(['counter', 'starts_at']);
    table.index(['ends_at'], 'usage_ends_idx');
  });

  await knex.schema.createTable('evidence', table => {
    table.comment('An artifact placed at a release and stream, as a kind');
    table.increments('id');
    table.string('uid', 36).notNullable().unique('evidence_uid_uq');
    table
      .integer('release_id')
      .notNullable()
      .references('id')
      .inTable('release');
    table
      .integer('reading_id')
      .notNullable()
      .references('id')
      .inTable('reading');
    table
      .string('sha256', 64)
      .notNullable()
      .references('sha256')
      .inTable('artifact');
    table.string('kind', 32).notNullable();
    table.string('stream', 200).notNullable();
    table.string('file_name', 255);
    json(table, 'signature').notNullable();
    json(table, 'bound').notNullable();
    json(table, 'trust').notNullable();
    big(table, 'received_at').notNullable();
    table.string('received_type', 16).notNullable();
    table.string('received_ref', 255).notNullable();
    big(table, 'expires_at')
      .notNullable()
      .comment('receipt + 365 days by default');
    table.boolean('current').notNullable().defaultTo(true);
    table.integer('superseded_by');
    big(table, 'withdrawn_at').comment('The withdrawal that holds, if any');
    table.string('withdrawn_by', 255);
    table.string('withdrawn_reason', 1000);
    table.unique(['release_id', 'stream', 'kind', 'sha256'], {
      indexName: 'evidence_uq',
    });
    table.index(['sha256'], 'evidence_sha256_idx');
  });

  await knex.schema.createTable('withdrawal', table => {
    table.comment('Every withdrawal of evidence, and who took it back');
    table.increments('id');
    table
      .integer('evidence_id')
      .notNullable()
      .references('id')
      .inTable('evidence');
    big(table, 'withdrawn_at').notNullable();
    table.string('withdrawn_by', 255).notNullable();
    table.string('reason', 1000).notNullable();
    big(table, 'reinstated_at').comment('Absent while it holds');
    table.string('reinstated_by', 255);
    table.string('reinstated_receipt', 36).comment('Uid of the arrival');
    table.index(['evidence_id'], 'withdrawal_evidence_idx');
  });

  await knex.schema.createTable('advisory', table => {
    table.comment(
      'What a document says of a vulnerability; it counts only where the document does',
    );
    table
      .integer('reading_id')
      .notNullable()
      .references('id')
      .inTable('reading');
    table.string('vulnerability', 200).notNullable();
    json(table, 'aliases');
    table.text('description');
    table.text('url');
    table.primary(['reading_id', 'vulnerability']);
  });

  await knex.schema.createTable('finding', table => {
    table.comment('Component x vulnerability of a release');
    table.increments('id');
    table.string('uid', 36).notNullable().unique('finding_uid_uq');
    table
      .integer('release_id')
      .notNullable()
      .references('id')
      .inTable('release');
    table
      .string('vulnerability', 200)
      .notNullable()
      .comment('As reported; names of one vulnerability are united when read');
    table.text('component_key').notNullable();
    table.text('component_name').notNullable();
    table.text('component_version');
    table.text('component_purl');
    big(table, 'first_seen_at').notNullable();
    big(table, 'gone_at').comment('No source reports it any more');
    table.unique(['release_id', 'vulnerability', 'component_key'], {
      indexName: 'finding_uq',
    });
    table.index(['vulnerability'], 'finding_vulnerability_idx');
  });

  await knex.schema.createTable('finding_source', table => {
    table.comment(
      'Who reports a finding: one attribution per source, soft-deleted',
    );
    table.increments('id');
    table
      .integer('finding_id')
      .notNullable()
      .references('id')
      .inTable('finding');
    table
      .integer('evidence_id')
      .notNullable()
      .references('id')
      .inTable('evidence');
    table.string('tool', 200).notNullable();
    table.string('tool_version', 100);
    table.string('severity', 16).notNullable();
    table.float('score');
    table.float('epss');
    table.boolean('known_exploited').notNullable().defaultTo(false);
    table.string('status', 32).notNullable();
    table.string('status_as_said', 200);
    json(table, 'fixed_in').notNullable();
    table.string('pointer', 1000).notNullable();
    big(table, 'reported_at').notNullable();
    big(table, 'removed_at');
    table.unique(['finding_id', 'evidence_id', 'pointer'], {
      indexName: 'finding_source_uq',
    });
    table.index(['evidence_id'], 'finding_source_evidence_idx');
  });

  await knex.schema.createTable('decision', table => {
    table.comment(
      'A dated verdict over named inputs and a policy digest; never edited',
    );
    table.increments('id');
    table.string('uid', 36).notNullable().unique('decision_uid_uq');
    table
      .integer('release_id')
      .notNullable()
      .references('id')
      .inTable('release');
    table
      .integer('compared_release_id')
      .comment('The release it was compared with');
    table.string('verdict', 16).notNullable();
    table.string('mode', 16).notNullable();
    big(table, 'enforced_from');
    table.string('collection', 63).notNullable();
    table.string('policy_digest', 71).notNullable();
    table.string('data_digest', 71).notNullable();
    table.string('facts_digest', 71).notNullable();
    json(table, 'inputs').notNullable().comment('[{evidenceId, digest}]');
    json(table, 'counts').notNullable();
    json(table, 'rules').notNullable().comment('RuleResult[]');
    json(table, 'error');
    big(table, 'judged_at').notNullable();
    table.index(['release_id', 'judged_at'], 'decision_release_idx');
  });

  await knex.schema.createTable('event', table => {
    table.comment(
      'Append-only log of everything that happened to evidence; leaves of the ledger',
    );
    table.bigIncrements('id');
    big(table, 'at').notNullable();
    table.string('type', 63).notNullable();
    table.integer('subject_id');
    table.integer('release_id');
    table.binary('leaf').notNullable().comment('Canonical JSON bytes');
    table
      .string('leaf_hash', 64)
      .notNullable()
      .comment('SHA-256 of 0x00 and the leaf, RFC 9162');
    table.index(['subject_id', 'id'], 'event_subject_idx');
  });

  await knex.schema.createTable('gate_ask', table => {
    table.comment(
      'The last gate question for each version and stage: a week without evidence, else 90 days',
    );
    table.increments('id');
    table
      .integer('subject_id')
      .notNullable()
      .references('id')
      .inTable('subject');
    table.string('channel', 16).notNullable();
    table.string('version', 200).notNullable();
    table
      .string('stage', 63)
      .notNullable()
      .defaultTo('')
      .comment('Empty where none was asked for');
    table.string('answer', 16).notNullable().comment('yes, no or unknown');
    table
      .boolean('without_evidence')
      .notNullable()
      .comment('It found no evidence that counts');
    big(table, 'first_at').notNullable();
    big(table, 'asked_at').notNullable().comment('The last time');
    table.string('principal_type', 16).notNullable();
    table.string('principal_ref', 255).notNullable().comment('Who asked last');
    table.unique(['subject_id', 'channel', 'version', 'stage'], {
      indexName: 'gate_ask_uq',
    });
    table.index(['asked_at'], 'gate_ask_at_idx');
  });

  await knex.schema.createTable('promotion', table => {
    table.comment(
      'A release went to a stage, and what the gate had said by then; never edited',
    );
    table.increments('id');
    table
      .integer('release_id')
      .notNullable()
      .references('id')
      .inTable('release');
    table.string('stage', 63).notNullable();
    big(table, 'promoted_at').notNullable().comment('When we were told');
    table.string('principal_type', 16).notNullable();
    table.string('principal_ref', 255).notNullable();
    table.string('source', 500).comment('repository @ workflow, from claims');
    table
      .string('answer', 16)
      .comment('The last answer for release and stage; absent: never asked');
    big(table, 'asked_at');
    table.string('asked_type', 16);
    table.string('asked_ref', 255);
    table.unique(['release_id', 'stage'], { indexName: 'promotion_uq' });
    table.index(['promoted_at'], 'promotion_at_idx');
  });

  await knex.schema.createTable('collector_state', table => {
    table.comment('Last run of each repository collector');
    table.integer('subject_id').primary().references('id').inTable('subject');
    table.string('location', 2000).notNullable();
    table.string('etag', 500);
    big(table, 'last_run_at');
    big(table, 'last_change_at');
    table.string('outcome', 16).notNullable().defaultTo('never');
    table.string('message', 1000);
  });

  if (pg) {
    for (const column of ['ids', 'flags']) {
      await knex.schema.raw(
        `alter table component_set alter column ${column} set storage external`,
      );
    }
    await knex.schema.raw(
      'alter table reading alter column fragment set storage external',
    );
    await knex.schema.raw(
      'alter table current_component set (autovacuum_vacuum_scale_factor = 0.02)',
    );
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'collector_state',
    'promotion',
    'gate_ask',
    'event',
    'decision',
    'finding_source',
    'finding',
    'advisory',
    'withdrawal',
    'evidence',
    'usage',
    'pipeline_token_use',
    'pipeline_token',
    'late_arrival',
    'refusal',
    'receipt',
    'current_component',
    'stream',
    'component_set',
    'component',
    'package',
    'reading',
    'artifact',
    'output',
    'release',
    'subject',
  ]) {
    await knex.schema.dropTable(table);
  }
};
