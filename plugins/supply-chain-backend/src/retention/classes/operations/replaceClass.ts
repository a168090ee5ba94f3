import { canonicalText } from '../canonicalText';
import { Knex } from 'knex';
import { appendEvent } from '../../../database/operations/record/appendEvent';
import { ClassDefinition } from '../types';

/** Ends the effective version of a class and, unless it is to end, begins the next. */
export async function replaceClass(options: {
  tx: Knex.Transaction;
  name: string;
  definition?: ClassDefinition;
  source: 'config' | 'proposal';
  proposalUid?: string;
  now: number;
}): Promise<void> {
  const { tx, name, definition, source, proposalUid, now } = options;
  await tx('retention_class')
    .where({ name })
    .whereNull('ended_at')
    .update({ ended_at: now });
  const last = await tx('retention_class')
    .where({ name })
    .max({ version: 'version' })
    .first();
  const version = Number(last?.version ?? 0) + 1;
  if (definition) {
    await tx('retention_class').insert({
      name,
      version,
      definition: canonicalText(definition),
      effective_at: now,
      source,
      proposal_uid: proposalUid ?? null,
    });
  }
  await appendEvent({
    tx,
    type: 'retention-class-changed',
    at: now,
    facts: {
      class: name,
      source,
      ...(definition ? { version, definition } : { ended: true }),
      ...(proposalUid && { proposal: proposalUid }),
    },
  });
}
