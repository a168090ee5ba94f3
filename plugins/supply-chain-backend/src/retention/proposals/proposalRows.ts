import { RetentionProposal } from '@hotpass/backstage-plugin-supply-chain-common';
import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import {
  compact,
  toIso,
  toOptional,
  toOptionalIso,
} from '../../database/operations/releases/columns';
import { toWireDefinition } from '../classes/toWire';
import { ClassDefinition } from '../classes/types';
import { StoredPreview } from './previewOf';
import { Visible } from './types';

const SHOWN = 50;

export async function requireProposal(tx: Knex, uid: string) {
  const row = await tx('retention_proposal').where({ uid }).first();
  if (!row) throw new NotFoundError(`There is no proposal '${uid}'`);
  return row;
}

export function definitionIn(text: string | null): ClassDefinition | undefined {
  return text === null ? undefined : JSON.parse(text);
}

export async function toProposal(
  row: Record<string, any>,
  visible: Visible,
): Promise<RetentionProposal> {
  const definition = (text: string | null) => {
    const found = definitionIn(text);
    return found && toWireDefinition(found);
  };
  const isOpen = row.state === 'open';
  return compact({
    id: row.uid,
    class: row.class,
    effective: definition(row.effective),
    proposed: definition(row.proposed),
    shortens: JSON.parse(row.shortens),
    state: row.state,
    reason: row.reason,
    proposedAt: toIso(row.proposed_at),
    proposedBy: { type: row.proposed_by_type, ref: row.proposed_by_ref },
    decidedAt: toOptionalIso(row.decided_at),
    decidedBy:
      isOpen || row.decided_by_ref === null
        ? undefined
        : { type: row.decided_by_type, ref: row.decided_by_ref },
    decisionReason: toOptional<string>(row.decision_reason),
    preview: row.preview
      ? await toPreview(JSON.parse(row.preview), visible)
      : undefined,
  });
}

async function toPreview(
  { affected, released, entities }: StoredPreview,
  visible: Visible,
): Promise<NonNullable<RetentionProposal['preview']>> {
  const seen = await visible(entities.map(({ entityRef }) => entityRef));
  return {
    affected,
    released,
    entities: entities
      .filter(({ entityRef }) => seen.has(entityRef))
      .slice(0, SHOWN),
  };
}
