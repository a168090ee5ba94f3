import { randomUUID } from 'node:crypto';
import { ReportedFinding } from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { rawRows, tupleList } from '../../raw';
import { fit, fitKey, fitOptional } from '../../text';

/**
 * Places what one document reports at a release: a finding is component ×
 * vulnerability however many report it, and each report is an attribution of its
 * own.
 */
export async function recordFindings(options: {
  tx: Knex.Transaction;
  releaseId: number;
  evidenceId: number;
  tool: string;
  toolVersion?: string;
  findings: ReportedFinding[];
  now: number;
}): Promise<void> {
  const { tx, releaseId, evidenceId, findings, now } = options;
  if (findings.length === 0) return;
  const keyed = findings.map(finding => ({
    finding,
    vulnerability: fit(finding.vulnerability, 200),
    componentKey: fitKey(finding.component.key),
  }));
  const distinct = new Map(
    keyed.map(item => [`${item.vulnerability} ${item.componentKey}`, item]),
  );
  await rawRows(
    tx,
    `insert into finding (uid, release_id, vulnerability, component_key, component_name, component_version, component_purl, first_seen_at) ${tupleList(
      tx,
      ['text', 'int', 'text', 'text', 'text', 'text', 'text', 'bigint'],
    )} where true on conflict do nothing`,
    [
      JSON.stringify(
        [...distinct.values()].map(item => [
          randomUUID(),
          releaseId,
          item.vulnerability,
          item.componentKey,
          fit(item.finding.component.name),
          fitOptional(item.finding.component.version),
          fitOptional(item.finding.component.purl),
          now,
        ]),
      ),
    ],
  );
  const rows: {
    id: number;
    vulnerability: string;
    component_key: string;
  }[] = await tx('finding')
    .where({ release_id: releaseId })
    .select('id', 'vulnerability', 'component_key');
  const ids = new Map(
    rows.map(row => [`${row.vulnerability} ${row.component_key}`, row.id]),
  );
  await rawRows(
    tx,
    `insert into finding_source (finding_id, evidence_id, tool, tool_version, severity, score, epss, known_exploited, status, status_as_said, fixed_in, pointer, reported_at) ${tupleList(
      tx,
      [
        'int',
        'int',
        'text',
        'text',
        'text',
        'float',
        'float',
        'boolean',
        'text',
        'text',
        'text',
        'text',
        'bigint',
      ],
    )} where true on conflict do nothing`,
    [
      JSON.stringify(
        keyed.map(({ finding, vulnerability, componentKey }) => [
          ids.get(`${vulnerability} ${componentKey}`),
          evidenceId,
          fit(options.tool, 200),
          fitOptional(options.toolVersion, 100),
          finding.severity,
          finding.score ?? null,
          finding.epss ?? null,
          finding.knownExploited ?? false,
          finding.status,
          fitOptional(finding.statusAsSaid, 200),
          JSON.stringify(finding.fixedIn.map(version => fit(version))),
          fit(finding.pointer, 1000),
          now,
        ]),
      ),
    ],
  );
}

/** Findings that nobody reports any more are gone; those reported again are not. */
export async function refreshFindings(options: {
  tx: Knex.Transaction;
  releaseId: number;
  now: number;
}): Promise<void> {
  const { tx, releaseId, now } = options;
  const live =
    'exists (select 1 from finding_source s where s.finding_id = finding.id and s.removed_at is null)';
  await tx('finding')
    .where({ release_id: releaseId })
    .whereNotNull('gone_at')
    .whereRaw(live)
    .update({ gone_at: null });
  await tx('finding')
    .where({ release_id: releaseId })
    .whereNull('gone_at')
    .whereRaw(`not ${live}`)
    .update({ gone_at: now });
}
