import { TrustDependentPage } from '@hotpass/backstage-plugin-supply-chain-common';
import { SignatureFact, TrustFact } from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { GrantedList } from '../authorization';
import { compact, toOptional } from '../database/operations/releases/columns';
import {
  DependentRow,
  listDependentRefs,
  listDependents,
} from '../database/operations/trust/dependents';
import { inChunks } from '../database/raw';
import { decodeCursor, encodeCursor } from '../service/cursor';

const CHUNK = 200;

/** Evidence of readable entities that relies on a line, in order of entity. */
export async function pageOfDependents(options: {
  tx: Knex;
  list: GrantedList;
  line: string;
  cursor?: string;
  limit: number;
}): Promise<TrustDependentPage> {
  const { tx, list, line, limit } = options;
  const order = `trust-dependents/${line}`;
  const position = decodeCursor(options.cursor, order, ['string', 'number']);
  const after = position && { entityRef: position[0], id: position[1] };
  const from = after?.entityRef ?? '';
  const refs = await listDependentRefs({ tx, line, from });
  const rows: DependentRow[] = [];
  for (const chunk of inChunks(refs, CHUNK)) {
    const visible = await list.visible(chunk);
    const entityRefs = chunk.filter(ref => visible.has(ref));
    if (entityRefs.length === 0) continue;
    const left = limit + 1 - rows.length;
    rows.push(
      ...(await listDependents({ tx, line, entityRefs, after, limit: left })),
    );
    if (rows.length > limit) break;
  }
  const page = rows.slice(0, limit);
  const last = page[page.length - 1];
  return compact({
    items: page.map(toItem),
    nextCursor:
      rows.length > limit
        ? encodeCursor(order, [last.entityRef, last.id])
        : undefined,
  });
}

function toItem(row: DependentRow): TrustDependentPage['items'][number] {
  const { id, signature: signed, trust: trusted, fileName, ...own } = row;
  const signature: SignatureFact = JSON.parse(signed);
  const trust: TrustFact = JSON.parse(trusted);
  return compact({
    ...own,
    fileName: toOptional(fileName),
    signedBy: signature.by,
    signedAt: [...(signature.times ?? [])].sort()[0],
    state:
      trust.state === 'trusted' ? ('trusted' as const) : ('revoked' as const),
  });
}
