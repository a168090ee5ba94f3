import { LoggerService } from '@backstage/backend-plugin-api';
import {
  chooseCurrent,
  DocumentFragment,
  Output,
  RelatedEvidence,
  RelateOptions,
  relateRelease,
  ReleaseTrust,
  SignedAssessment,
} from '@hotpass/supply-chain-evidence';
import { Knex } from 'knex';
import { FragmentReader } from '../database/FragmentReader';
import {
  Candidate,
  listCandidates,
} from '../database/operations/record/refreshCurrent';
import {
  findVerifications,
  keyOf,
} from '../database/operations/trust/verifications';
import { ReleaseRow, SubjectRow } from '../database/rows';
import { SupplyChainDatabase } from '../database/SupplyChainDatabase';
import { Assessor } from './Assessor';
import { ONCE_ATTESTED } from './keepAttested';
import { AppliedPolicy, TrustPolicies } from './TrustPolicies';

/** One piece of evidence with what reading and checking it told. */
export interface LoadedEvidence {
  /** `signs` is told by the reading where the row does not say it. */
  row: Candidate;
  fragment: DocumentFragment;
}

/** How the evidence of a release hangs together, as of one moment. */
export interface RelatedRelease {
  /** All that was not withdrawn. */
  evidence: LoadedEvidence[];
  /** Of them, what counts in its stream by that trust: by id. */
  current: ReadonlySet<string>;
  trust: ReleaseTrust;
  outputs: Output[];
  policyDigest: string;
}

/**
 * Loads all that relating is a function of, and relates. Which document counts in its
 * stream depends on trust, and levels depend on what counts: so trust is found with
 * what counts now, and once more where that changes it.
 */
export class ReleaseRelator {
  readonly #database: SupplyChainDatabase;
  readonly #fragments: FragmentReader;
  readonly #policies: TrustPolicies;
  readonly #assessor: Assessor;
  readonly #logger: LoggerService;

  constructor(options: {
    database: SupplyChainDatabase;
    fragments: FragmentReader;
    policies: TrustPolicies;
    assessor: Assessor;
    logger: LoggerService;
  }) {
    this.#database = options.database;
    this.#fragments = options.fragments;
    this.#policies = options.policies;
    this.#assessor = options.assessor;
    this.#logger = options.logger;
  }

  async relate(
    subject: SubjectRow,
    release: ReleaseRow,
    now: number,
  ): Promise<RelatedRelease> {
    const tx = this.#database.knex;
    const policy = await this.#policies.current();
    const rows = await listCandidates({ tx, releaseId: release.id });
    const evidence = await Promise.all(
      rows.map(async row => {
        const { reading_id: readingId } = row;
        const fragment = await this.#fragments.read({ tx, readingId });
        return {
          row: { ...row, signs: row.signs ?? fragment.signs },
          fragment,
        };
      }),
    );
    const related = await this.#toRelated(evidence, policy);
    const outputs = await findOutputs(tx, release.id);
    const relate = (current: ReadonlySet<string>) =>
      relateRelease({
        policy: policy.policy,
        now: new Date(now),
        subject: {
          ref: subject.entity_ref,
          origin: subject.source_location,
          held: subject.trust_held_reason,
        },
        evidence: related.map(piece => ({
          ...piece,
          current: current.has(piece.id),
        })),
        outputs,
        narrow: narrowOf(subject),
      });
    const before = new Set(
      rows.filter(row => row.current).map(({ uid }) => uid),
    );
    const first = relate(before);
    const current = chooseCurrent(
      evidence.map(({ row }) => ({
        id: row.uid,
        kind: row.kind,
        stream: row.stream,
        signs: row.signs,
        receivedAt: new Date(row.arrived_at),
      })),
      first,
    );
    const isSame =
      current.size === before.size &&
      [...current].every(uid => before.has(uid));
    const trust = isSame ? first : relate(current);
    return { evidence, current, trust, outputs, policyDigest: policy.digest };
  }

  async #toRelated(
    evidence: LoadedEvidence[],
    policy: AppliedPolicy,
  ): Promise<Omit<RelatedEvidence, 'current'>[]> {
    const signed = evidence.filter(({ fragment }) => fragment.signed);
    const known = await findVerifications({
      tx: this.#database.knex,
      sha256s: signed.map(({ row }) => row.sha256),
      policyDigests: [
        policy.digest,
        ...signed.flatMap(({ row }) => row.receipt_policy_digest ?? []),
      ],
    });
    const told = ({ sha256, signs }: Candidate, digest?: string) =>
      digest === undefined
        ? undefined
        : known.get(keyOf(sha256, digest, signs))?.assessment;
    const here = new Set(evidence.map(({ row }) => `sha256:${row.sha256}`));
    const related: Omit<RelatedEvidence, 'current'>[] = [];
    for (const { row, fragment } of evidence) {
      const { sha256 } = row;
      related.push({
        id: row.uid,
        digest: `sha256:${sha256}`,
        receivedAt: new Date(row.received_at),
        fragment,
        signs: row.signs,
        ...(fragment.signed && {
          assessment: await this.#assess(row, policy, {
            told: told(row, policy.digest),
            here,
          }),
          atReceipt: told(row, row.receipt_policy_digest),
        }),
      });
    }
    return related;
  }

  /**
   * What cannot be looked at is nobody's word, and does not stop the rest. A signature
   * that the digest of its file does not suffice for is checked with the file, where
   * that is evidence of the same release: what others sent here tells nothing.
   */
  async #assess(
    { sha256, signs }: Candidate,
    policy: AppliedPolicy,
    known: { told?: SignedAssessment; here: ReadonlySet<string> },
  ): Promise<SignedAssessment> {
    try {
      const found =
        known.told ??
        (await this.#assessor.assessArtifact({ sha256, signs }, policy));
      const withFile =
        found.state === 'unchecked' &&
        signs !== undefined &&
        known.here.has(signs);
      return withFile
        ? await this.#assessor.assessArtifact(
            { sha256, signs, withFile },
            policy,
          )
        : found;
    } catch (error) {
      this.#logger.error(
        `Artifact '${sha256}' was not checked under trust policy '${policy.digest}'`,
        error as Error,
      );
      return {
        policyDigest: policy.digest,
        state: 'unchecked',
        reason: 'The portal could not read its bytes to check it.',
        checks: [],
        times: [],
        lines: [],
      };
    }
  }
}

/** What was declared or observed; attested outputs are found by relating. */
async function findOutputs(tx: Knex, releaseId: number): Promise<Output[]> {
  const rows = await tx('output')
    .where({ release_id: releaseId })
    .whereNotIn('authority', ['attested', ONCE_ATTESTED])
    .orderBy(['name', 'algorithm', 'digest', 'authority']);
  return rows.map(row => ({
    name: row.name,
    digest: { [row.algorithm]: row.digest },
    authority: row.authority,
  }));
}

/** What the entity's author writes narrows what a trust line expects, and grants nothing. */
function narrowOf({
  build_repositories: repositories,
  build_refs: refs,
}: SubjectRow): RelateOptions['narrow'] {
  return { repositories: listOf(repositories), refs: listOf(refs) };
}

function listOf(text: string | undefined): string[] | undefined {
  return text
    ?.split(',')
    .map(item => item.trim())
    .filter(item => item !== '');
}
