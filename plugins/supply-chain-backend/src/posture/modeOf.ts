import { InputError } from '@backstage/errors';
import { Mode } from '@hotpass/backstage-plugin-supply-chain-common';
import { Stage } from '../config/SupplyChainConfig';
import { SubjectRecord } from '../database/operations/releases/findSubject';
import { isEnforced } from './postureState';

/** The stage of that name; absent where none was asked for. */
export function requireStage(
  stages: ReadonlyMap<string, Stage>,
  name: string | undefined,
): Stage | undefined {
  if (name === undefined) return undefined;
  const stage = stages.get(name);
  if (stage) return stage;
  // A yes that was meant for no stage must not pass for one that was asked for
  const known = [...stages.keys()].join(', ');
  throw new InputError(
    known
      ? `Unknown stage '${name}': this portal has ${known}`
      : `Unknown stage '${name}': this portal has no stages. Leave 'stage' out to ask whether the release may ship at all`,
  );
}

export interface ModeNow {
  mode: Mode;
  reason: string;
  /** RFC 3339; when `observe` becomes `enforce`. */
  enforcedFrom?: string;
}

/**
 * Who asks names the stage, so a stage may never be laxer than none: the stricter of
 * entity and stage holds, and of two dates the earlier.
 */
export function modeOf(
  subject: Pick<SubjectRecord, 'mode' | 'enforcedFrom'>,
  stage: { name: string; config: Stage } | undefined,
  now: Date,
): ModeNow {
  if (isEnforced(subject, now)) {
    return { mode: 'enforce', reason: 'The entity is enforced' };
  }
  const { mode, enforceFrom } = stage?.config ?? {};
  const ofStage = {
    mode: mode ?? 'observe',
    enforcedFrom: enforceFrom?.toISOString(),
  };
  if (stage && isEnforced(ofStage, now)) {
    return { mode: 'enforce', reason: `Stage '${stage.name}' is enforced` };
  }
  const dates = [subject.enforcedFrom, ofStage.enforcedFrom].flatMap(
    date => date ?? [],
  );
  const [enforcedFrom] = dates.sort();
  return {
    mode: 'observe',
    reason: stage
      ? `Neither the entity nor stage '${stage.name}' is enforced`
      : 'The entity is not enforced',
    enforcedFrom,
  };
}
