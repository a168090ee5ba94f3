import { parseEntityRef } from '@backstage/catalog-model';
import {
  assembleFacts,
  canonicalJson,
  EvidenceKind,
  Judgement,
  loadPolicy,
  PlacedFragment,
  ReleaseTrust,
} from '@hotpass/supply-chain-evidence';
import { LocalTrust, relateFiles } from './relateFiles';
import { ReadFile } from './readFiles';

export interface JudgeFilesOptions {
  read: ReadFile[];
  entityRef: string;
  release: string;
  channel: 'release' | 'change';
  collection: string;
  expected: { kind: EvidenceKind; level: 'required' | 'wanted' }[];
  /** The files are everything there is: what is absent is missing, not merely unseen. */
  complete: boolean;
  /** Who may vouch for what; without it, no signature was checked. */
  trust?: LocalTrust;
  now: Date;
}

/** A judgement, and what it could not see. */
export interface LocalJudgement {
  judgement: Judgement;
  /** Expected kinds that no file is of, and that therefore nothing judged. */
  notGiven: EvidenceKind[];
  /** Who vouches for what, where a trust policy was given. */
  trust?: ReleaseTrust;
}

/** Sent by nobody; that is all that is known where no trust policy was given. */
function place({ file, fragment }: ReadFile, now: Date): PlacedFragment {
  return {
    id: file.given,
    stream: file.given,
    digest: file.digest,
    fileName: file.fileName,
    receivedAt: now,
    receivedFrom: 'local',
    signature: { state: fragment.signed ? 'unchecked' : 'none' },
    bound: {
      state: 'placed',
      outputs: [],
      reason: 'given on the command line',
    },
    trust: { state: 'none' },
    fragment,
  };
}

/**
 * Judges files with the portal's own engine and bundle. Only what was given is
 * judged; a pass that did not see required evidence becomes `incomplete`.
 */
export async function judgeFiles(
  options: JudgeFilesOptions,
): Promise<LocalJudgement> {
  const { read, now, complete, expected } = options;
  const given = new Set(read.map(({ fragment }) => fragment.recognised.kind));
  const absent = expected.filter(({ kind }) => !given.has(kind));
  const { kind, namespace, name } = parseEntityRef(options.entityRef);
  const related = options.trust && relateFiles(read, options.trust, options);
  const trust = related?.trust;
  const current = read.filter(
    ({ file }) => related?.current.has(file.given) ?? true,
  );
  const facts = assembleFacts({
    now,
    subject: { ref: options.entityRef, kind, namespace, name },
    release: {
      version: options.release,
      channel: options.channel,
      line: 'main',
      madeAt: now,
    },
    expected: complete
      ? expected
      : expected.filter(entry => given.has(entry.kind)),
    outputs: [],
    evidence: current.map(one => place(one, now)),
    trust,
  });
  const policy = await loadPolicy();
  const judgement = policy.judge(Buffer.from(canonicalJson(facts)), {
    collection: options.collection,
  });
  const notGiven = complete ? [] : absent.map(entry => entry.kind);
  const sawTooLittle =
    judgement.counts.passed === 0 ||
    (!complete && absent.some(({ level }) => level === 'required'));
  return {
    notGiven,
    trust,
    judgement:
      judgement.verdict === 'passed' && sawTooLittle
        ? { ...judgement, verdict: 'incomplete' }
        : judgement,
  };
}
