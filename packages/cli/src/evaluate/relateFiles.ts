import {
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

/**
 * Relates files as the portal relates the evidence of a release. They arrive now: on a
 * developer's machine only trusted times prove that something was signed before.
 */
export function relateFiles(
  read: ReadFile[],
  { policy, assessments, origin }: LocalTrust,
  { entityRef, now }: { entityRef: string; now: Date },
): ReleaseTrust {
  return relateRelease({
    policy,
    now,
    subject: { ref: entityRef, origin },
    evidence: read.map(({ file, fragment }) => ({
      id: file.given,
      digest: file.digest,
      receivedAt: now,
      current: true,
      fragment,
      signs: file.signs?.digest ?? fragment.signs,
      assessment: assessments.get(assessedAs(file)),
    })),
    outputs: [],
  });
}
