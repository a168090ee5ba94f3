import { SubjectRow } from '../database/rows';

/** Finds what evidence is hung on. */
export interface SubjectDirectory {
  /** The subject of an entity; asks the catalog when it is new to us. */
  find(entityRef: string): Promise<SubjectRow | undefined>;
}
