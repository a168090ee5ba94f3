import { ReportedFinding } from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { rawRows, tupleList } from '../../raw';
import { fit, fitOptional } from '../../text';

interface Advisory {
  aliases: Set<string>;
  description?: string;
  url?: string;
}

/**
 * What a document says of each vulnerability that it reports. It stays with the
 * reading of these very bytes: no document speaks for the findings of another entity.
 */
export async function recordAdvisories(options: {
  tx: Knex.Transaction;
  readingId: number;
  findings: ReportedFinding[];
}): Promise<void> {
  const { tx, readingId, findings } = options;
  const advisories = new Map<string, Advisory>();
  for (const { vulnerability, aliases, description, url } of findings) {
    const name = fit(vulnerability, 200);
    const said = advisories.get(name) ?? { aliases: new Set() };
    advisories.set(name, said);
    for (const alias of aliases) said.aliases.add(fit(alias, 200));
    said.description ??= description;
    said.url ??= url;
  }
  if (advisories.size === 0) return;
  await rawRows(
    tx,
    `insert into advisory (reading_id, vulnerability, aliases, description, url) ${tupleList(
      tx,
      ['int', 'text', 'text', 'text', 'text'],
    )} where true on conflict do nothing`,
    [
      JSON.stringify(
        [...advisories].map(([name, { aliases, description, url }]) => [
          readingId,
          name,
          JSON.stringify([...aliases]),
          fitOptional(description, 4000),
          fitOptional(url, 2000),
        ]),
      ),
    ],
  );
}
