import { ReportedFinding } from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { inChunks } from '../../raw';
import { fit, fitOptional } from '../../text';
import { mergeVulnerabilities } from './mergeVulnerabilities';

interface Group {
  names: Set<string>;
  description?: string;
  url?: string;
}

/**
 * Ids for every name that the findings use. Names that any report calls aliases are
 * one vulnerability, whichever report came first.
 */
export async function internVulnerabilities(options: {
  tx: Knex.Transaction;
  findings: ReportedFinding[];
}): Promise<Map<string, number>> {
  const { tx, findings } = options;
  const ids = new Map<string, number>();
  const groups = unite(findings);
  const names = groups.flatMap(group => [...group.names]).sort();
  const known = new Map<string, number>();
  for (const chunk of inChunks(names, 500)) {
    const rows = await tx('vulnerability_alias')
      .whereIn('alias', chunk)
      .select('alias', 'vulnerability_id');
    for (const row of rows) known.set(row.alias, row.vulnerability_id);
  }
  for (const group of groups) {
    const id = await keep(tx, group, known);
    for (const name of group.names) ids.set(name, id);
  }
  return ids;
}

async function keep(
  tx: Knex.Transaction,
  group: Group,
  known: Map<string, number>,
): Promise<number> {
  const names = [...group.names].sort(byFame);
  const found = [...new Set(names.map(name => known.get(name)))].filter(
    id => id !== undefined,
  );
  let id = found[0];
  if (id === undefined) {
    await tx('vulnerability')
      .insert({
        key: names[0],
        description: fitOptional(group.description, 4000),
        url: fitOptional(group.url, 2000),
      })
      .onConflict('key')
      .ignore();
    id = (await tx('vulnerability').where({ key: names[0] }).first('id'))
      .id as number;
  }
  const rest = found.filter(other => other !== id);
  for (const from of rest) {
    await mergeVulnerabilities({ tx, from, into: id });
    for (const [alias, of] of known) if (of === from) known.set(alias, id);
  }
  const added = names.filter(name => known.get(name) !== id);
  if (added.length > 0) {
    await tx('vulnerability_alias')
      .insert(added.map(alias => ({ alias, vulnerability_id: id })))
      .onConflict('alias')
      .ignore();
    for (const name of added) known.set(name, id);
  }
  if (rest.length > 0 || added.length > 0) await showBestName(tx, id);
  return id;
}

async function showBestName(tx: Knex.Transaction, id: number): Promise<void> {
  const rows: { alias: string }[] = await tx('vulnerability_alias')
    .where({ vulnerability_id: id })
    .select('alias');
  const [best] = rows.map(row => row.alias).sort(byFame);
  await tx('vulnerability').where({ id }).update({ key: best });
}

/** CVE first, then the alphabet: not the order of arrival. */
function byFame(one: string, other: string): number {
  const fame = (name: string) => (name.startsWith('CVE-') ? 0 : 1);
  return fame(one) - fame(other) || (one < other ? -1 : 1);
}

function unite(findings: ReportedFinding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const names = [finding.vulnerability, ...finding.aliases].map(name =>
      fit(name, 200),
    );
    const group: Group = {
      names: new Set(names),
      description: finding.description,
      url: finding.url,
    };
    for (const name of names) {
      const other = groups.get(name);
      if (!other || other === group) continue;
      group.description = other.description ?? group.description;
      group.url = other.url ?? group.url;
      for (const member of other.names) group.names.add(member);
    }
    for (const name of group.names) groups.set(name, group);
  }
  // Sorted, so that concurrent arrivals insert in one order
  return [...new Set(groups.values())].sort((one, other) =>
    [...one.names].sort()[0] < [...other.names].sort()[0] ? -1 : 1,
  );
}
