import { Knex } from 'knex';
import { GrantedList } from '../authorization';
import { knownSpelling } from '../authorization/normaliseRef';

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
  const refs: string[] = subjects.map(row => row.entity_ref);
  const said = unknown.flatMap(({ entity_ref: as }) => {
    const ref = knownSpelling(as);
    // What is no ref cannot be told apart from one that somebody may not see
    return ref === undefined ? [] : [{ as: as as string, ref }];
  });
  const [visible, hidden] = await Promise.all([
    list.visible(refs),
    list.hidden([...new Set(said.map(({ ref }) => ref))]),
  ]);
  // Known to us, though the catalog may have forgotten them
  const concealed = new Set(refs.filter(ref => !visible.has(ref)));
  return {
    subjectIds: subjects
      .filter(row => visible.has(row.entity_ref))
      .map(row => row.id),
    unknownRefs: said
      .filter(({ ref }) => !hidden.has(ref) && !concealed.has(ref))
      .map(({ as }) => as),
  };
}
