import exceptions from 'spdx-exceptions/index.json';
import deprecatedExceptions from 'spdx-exceptions/deprecated.json';
import ids from 'spdx-license-ids/index.json';
import deprecatedIds from 'spdx-license-ids/deprecated.json';

// Identifiers are matched without regard to case: SPDX 2.3, annex D.2.
function byLowerCase(...lists: string[][]): ReadonlyMap<string, string> {
  return new Map(lists.flat().map(id => [id.toLowerCase(), id]));
}

const licences = byLowerCase(ids, deprecatedIds);
const additions = byLowerCase(exceptions, deprecatedExceptions);

/** The listed spelling of a licence id, deprecated ones included; `undefined` when not listed. */
export function listedLicence(id: string): string | undefined {
  return licences.get(id.toLowerCase());
}

/** The listed spelling of an exception id; `undefined` when not listed. */
export function listedException(id: string): string | undefined {
  return additions.get(id.toLowerCase());
}
