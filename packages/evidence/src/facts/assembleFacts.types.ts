import { Output } from '../model/Digest';
import {
  BoundFact,
  EvidenceKind,
  SignatureFact,
  TrustFact,
} from '../model/EvidenceFacts';
import { DocumentFragment } from './DocumentFragment';
import { FactDocument } from './FactDocument';

/** One current piece of evidence of a release, with what reading it told. @public */
export interface PlacedFragment {
  id: string;
  stream: string;
  /** `sha256:<hex>`. */
  digest: string;
  fileName?: string;
  receivedAt: Date;
  receivedFrom: 'user' | 'pipeline' | 'service' | 'local';
  signature: SignatureFact;
  bound: BoundFact;
  trust: TrustFact;
  fragment: DocumentFragment;
}

/** Everything that a judgement is made from. @public */
export interface AssembleFactsOptions {
  now: Date;
  subject: FactDocument['subject'];
  release: Omit<FactDocument['release'], 'madeAt'> & { madeAt: Date };
  expected: { kind: EvidenceKind; level: 'required' | 'wanted' }[];
  outputs: Output[];
  evidence: PlacedFragment[];
  /** `<component key>|<vulnerability>` to when this release first showed it. */
  firstSeen?: ReadonlyMap<string, Date>;
}
