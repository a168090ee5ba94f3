import { ReleaseTrust } from '../trust/ReleaseTrust';
import { PlacedFragment } from './assembleFacts.types';
import { FactDocument } from './FactDocument';

/**
 * A piece of evidence with the facts that relating found, whatever it came with: facts
 * kept from an earlier judgement may be of another trust policy.
 */
export function withTrust(
  placed: PlacedFragment,
  trust: ReleaseTrust,
): PlacedFragment {
  const found = trust.evidence[placed.id];
  if (!found) {
    throw new TypeError(`Evidence '${placed.id}' was not related`);
  }
  const { signature, bound, trust: trusted } = found;
  return { ...placed, signature, bound, trust: trusted };
}

/** What relating tells of the release as a whole. */
export function trustFacts(
  trust: ReleaseTrust,
  placed: PlacedFragment[],
): Pick<FactDocument, 'buildLevel' | 'sealConflicts' | 'adoption'> {
  const { reached, expected, from } = trust.adoption;
  const positions = new Map(placed.map(({ id }, index) => [id, index]));
  return {
    buildLevel: trust.buildLevel,
    sealConflicts: trust.sealConflicts.flatMap(({ evidence, ...named }) => {
      const position = positions.get(evidence);
      return position === undefined ? [] : [{ evidence: position, ...named }];
    }),
    adoption: {
      reached,
      expected,
      from: from === undefined ? undefined : secondsOf(from),
    },
  };
}

// What is no date is in force: an expectation must not lapse by a typing error.
function secondsOf(text: string): number {
  const time = Date.parse(text);
  return Number.isNaN(time) ? 0 : Math.floor(time / 1000);
}
