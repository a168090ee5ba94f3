import {
  RetentionClass,
  RetentionClassDefinition,
} from '@hotpass/backstage-plugin-supply-chain-common';
import {
  compact,
  toIso,
  toOptionalIso,
} from '../../database/operations/releases/columns';
import { ClassVersion } from './operations/listClasses';
import { ClassDefinition } from './types';

const DAY = 24 * 60 * 60 * 1000;

export function toWireDefinition({
  match,
  start,
  minimumMs,
  latestMs,
  insteadOfDefault,
}: ClassDefinition): RetentionClassDefinition {
  return compact({
    match,
    start,
    minimumDays: minimumMs / DAY,
    latestDays: latestMs === undefined ? undefined : latestMs / DAY,
    insteadOfDefault,
  });
}

export function toWireClass(version: ClassVersion): RetentionClass {
  return compact({
    name: version.name,
    version: version.version,
    definition: toWireDefinition(version.definition),
    effectiveAt: toIso(version.effectiveAt),
    endedAt: toOptionalIso(version.endedAt),
    source: version.source,
    proposalId: version.proposalUid,
  });
}
