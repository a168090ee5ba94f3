import { Knex } from 'knex';
import { GrantedList } from '../authorization';

/** Whose arrivals a caller may see. */
export interface ArrivalScope {
  subjectIds: number[];
  /** Refs without a subject that are nobody's entity, so that no holding shows. */
  unknownRefs: string[];
}

/**
 * A refusal that names a known entity is shown to those who may read it; one that
 * names no entity at all, to everyone with pipeline health. An entity that the
 * catalog holds but hides from the caller is known, with or without evidence.
 */
export async function arrivalScope(options: {
  tx: Knex;
  list: GrantedList;
}): Promise<ArrivalScope> {
  const { tx, list } = options;
  const [subjects, unknown] = await Promise.all([
    tx('subject').select('id', 'entity_ref'),
    tx('refusal')
      .whereNull('subject_id')
      .whereNotNull('entity_ref')
      .distinct('entity_ref'),
  ]);
  const unknownRefs: string[] = unknown.map(row => row.entity_ref);
  const wellFormed = unknownRefs.filter(ref =>
    /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(ref),
  );
  const [visible, hidden] = await Promise.all([
    list.visible(subjects.map(row => row.entity_ref)),
    list.hidden(wellFormed),
  ]);
  return {
    subjectIds: subjects
      .filter(row => visible.has(row.entity_ref))
      .map(row => row.id),
    unknownRefs: unknownRefs.filter(ref => !hidden.has(ref)),
  };
}
