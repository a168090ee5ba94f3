import { Output } from '../model/Digest';
import {
  BoundFact,
  EvidenceKind,
  SignatureFact,
  TrustFact,
} from '../model/EvidenceFacts';
import { DocumentFragment } from './DocumentFragment';
import { ReleaseTrust } from '../trust/ReleaseTrust';
import { FactDocument } from './FactDocument';

/** One current piece of evidence of a release, with what reading it told. @public */
export interface PlacedFragment {
  /** Evidence id in the portal; the file name on a developer's machine. */
  id: string;
  /** Separates documents of one kind in a release, such as two images. */
  stream: string;
  /** `sha256:<hex>`. */
  digest: string;
  /** As sent. */
  fileName?: string;
  /** When the bytes arrived. */
  receivedAt: Date;
  /** Who sent it; `local` on a developer's machine. */
  receivedFrom: 'user' | 'pipeline' | 'service' | 'local';
  /** Fact 3. */
  signature: SignatureFact;
  /** Fact 4. */
  bound: BoundFact;
  /** Fact 5. */
  trust: TrustFact;
  /** What re-reading the stored bytes told, where that was bad. */
  integrity?: 'corrupt' | 'missing' | 'unreadable';
  /** What reading the bytes told, with facts 1 and 2. */
  fragment: DocumentFragment;
}

/** Everything that a judgement is made from. @public */
export interface AssembleFactsOptions {
  /** The clock of this judgement; rounded down to seconds. */
  now: Date;
  /** The catalog entity the release belongs to. */
  subject: FactDocument['subject'];
  /** The release that is judged. */
  release: Omit<FactDocument['release'], 'madeAt'> & { madeAt: Date };
  /** Kinds of evidence that the entity should have; presence is found out. */
  expected: { kind: EvidenceKind; level: 'required' | 'wanted' }[];
  /** Build products of the release, by any authority; those of `trust` count where it is given. */
  outputs: Output[];
  /**
   * What relating told of the same evidence. With it, signatures, bindings and trust
   * of `evidence` are taken from here alone.
   */
  trust?: ReleaseTrust;
  /** Current evidence only, nothing superseded or withdrawn; in any order. */
  evidence: PlacedFragment[];
  /** `<component key>|<vulnerability>` to when this release first showed it. */
  firstSeen?: ReadonlyMap<string, Date>;
}
