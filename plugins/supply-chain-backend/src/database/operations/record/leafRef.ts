/**
 * A ref as a leaf of the ledger may hold it: a group's as it is. Anything else may be a
 * person's, whom leaves do not name.
 */
export function leafRef(ref: string | undefined): string | undefined {
  if (ref === undefined || ref.toLowerCase().startsWith('group:')) return ref;
  return 'not named';
}
