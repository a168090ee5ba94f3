import {
  chooseCurrent,
  relateRelease,
  ReleaseTrust,
  SignedAssessment,
  TrustPolicy,
} from '@hotpass/supply-chain-evidence';
import { assessedAs } from './assessFiles';
import { ReadFile } from './readFiles';

/** A trust policy, and what checking the files under it told. */
export interface LocalTrust {
  policy: TrustPolicy;
  /** By `assessedAs`; absent for what is not signed. */
  assessments: ReadonlyMap<string, SignedAssessment>;
  /** The entity's source location, for lines that are narrowed by it. */
  origin?: string;
}

/** Who vouches for what, and what of it counts. */
export interface RelatedFiles {
  trust: ReleaseTrust;
  /** By the names given: all but signatures that another one of their file replaces. */
  current: ReadonlySet<string>;
}

/**
 * Relates files as the portal relates the evidence of a release. They arrive now: on a
 * developer's machine only trusted times prove that something was signed before.
 */
export function relateFiles(
  read: ReadFile[],
  { policy, assessments, origin }: LocalTrust,
  { entityRef, now }: { entityRef: string; now: Date },
): RelatedFiles {
  const evidence = read.map(({ file, fragment }) => ({
    id: file.given,
    digest: file.digest,
    receivedAt: now,
    fragment,
    signs: file.signs?.digest ?? fragment.signs,
    assessment: assessments.get(assessedAs(file)),
  }));
  const relate = (current: ReadonlySet<string>) =>
    relateRelease({
      policy,
      now,
      subject: { ref: entityRef, origin },
      evidence: evidence.map(one => ({ ...one, current: current.has(one.id) })),
      outputs: [],
    });
  const trust = relate(new Set(evidence.map(({ id }) => id)));
  // The files are what there is now; of signatures, names tell which replaces which
  const current = chooseCurrent(
    read.map(({ file, fragment }, at) => ({
      ...evidence[at],
      kind: fragment.recognised.kind,
      stream: evidence[at].signs === undefined ? file.given : file.fileName,
    })),
    trust,
  );
  return {
    current,
    trust: current.size === evidence.length ? trust : relate(current),
  };
}
