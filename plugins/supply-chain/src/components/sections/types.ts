import {
  Posture,
  Release,
} from '@hotpass/backstage-plugin-supply-chain-common';

/** What every section below the fold gets. */
export interface SectionProps {
  entityRef: string;
  release: Release;
  posture: Posture;
}

/** Changes whenever a section must ask again: another release or judgement. */
export function sectionVersion({ release, posture }: SectionProps): string {
  const { components, findings, evidence } = posture.counts;
  return [
    release.id,
    posture.decision?.id,
    components,
    findings,
    evidence,
  ].join(' ');
}
