import { LedgerEvent } from '../database/operations/record/appendEvent';
import { leafRef } from '../database/operations/record/leafRef';
import { SubjectRow } from '../database/rows';

/**
 * What happened to an entity in the catalog, and what that means for its evidence:
 * registered, its newest release is live; by whom it is owned changes no date.
 */
export function entityEvents(options: {
  subject: SubjectRow;
  before?: SubjectRow;
  isNew: boolean;
  now: number;
}): LedgerEvent[] {
  const { subject, before, isNew, now: at } = options;
  const events: LedgerEvent[] = [];
  const live = { retention: 'newest-release-live' };
  if (isNew) {
    const facts = { owner: leafRef(subject.owner_ref), ...live };
    events.push({ type: 'entity-registered', at, subject, facts });
  }
  if (before?.gone_at !== undefined) {
    const goneAt = new Date(before.gone_at).toISOString();
    const facts = { goneAt, ...live };
    events.push({ type: 'entity-returned', at, subject, facts });
  }
  if (before && before.owner_ref !== subject.owner_ref) {
    const facts = {
      before: leafRef(before.owner_ref),
      owner: leafRef(subject.owner_ref),
      retention: 'unchanged',
    };
    events.push({ type: 'entity-owner-changed', at, subject, facts });
  }
  return events;
}
