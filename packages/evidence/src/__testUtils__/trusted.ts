import { sha256Hex } from '../facts/canonicalJson';
import { DocumentFragment } from '../facts/DocumentFragment';
import { PROVENANCE_V1 } from '../formats/intoto';
import { ResourceDescriptor } from '../model/ReadDocument';
import { policyDigestOf } from '../trust/policyDigest';
import { RelatedEvidence, RelateOptions } from '../trust/ReleaseTrust';
import {
  LineFit,
  SignedAssessment,
  SignedContent,
} from '../trust/SignedAssessment';
import { TrustLine, TrustPolicy } from '../trust/TrustPolicy';
import { Signer } from '../verify/types';
import { aFragment, NOW } from './releases';

/** The source and workflow of the corpus' provenance. */
export const REPOSITORY = 'https://github.com/acme/backstage-app';
export const WORKFLOW = `${REPOSITORY}/.github/workflows/release.yml@refs/heads/main`;
export const BUILD_TYPE =
  'https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1';
export const SHOP = 'component:default/shop';

export const hex = (name: string) => sha256Hex(name);
/** Hexadecimal SHA-512 length, from a name. */
export const hex512 = (name: string) => hex(name) + hex(`${name}'`);

/** A workflow of the corpus whose provenance is worth level 3. */
export function aLine(rest: Partial<TrustLine> = {}): TrustLine {
  return {
    id: 'ci',
    signer: {
      type: 'certificate',
      root: 'private',
      issuer: 'https://token.actions.githubusercontent.com',
      identity: WORKFLOW,
      source: {
        repositoryId: '42',
        refs: ['refs/heads/main'],
        triggers: ['push'],
      },
    },
    require: { log: 1, sct: 1, time: 1 },
    predicateTypes: ['*'],
    entities: ['component:default/*'],
    build: {
      level: 3,
      builders: [WORKFLOW],
      buildTypes: [BUILD_TYPE],
      source: { repositories: [REPOSITORY], refs: ['refs/heads/main'] },
      externalParameters: {
        '/workflow/ref': ['refs/heads/main'],
        '/workflow/repository': [REPOSITORY],
        '/workflow/path': ['.github/workflows/release.yml'],
      },
    },
    ...rest,
  };
}

export function aTrustPolicy(
  lines: TrustLine[] = [aLine()],
  adoption: TrustPolicy['adoption'] = [],
): TrustPolicy {
  return {
    schema: 'https://hotpass.github.io/supply-chain/trust-policy/v1',
    roots: [{ name: 'private', root: {} }],
    keys: [{ name: 'ci-key', pem: 'PEM' }],
    lines,
    adoption,
  };
}

/** Who signs for the line of {@link aLine}. */
export const CI: Signer = {
  type: 'certificate',
  identity: WORKFLOW,
  issuer: 'https://token.actions.githubusercontent.com',
  claims: {
    sourceRepositoryIdentifier: '42',
    sourceRepositoryUri: REPOSITORY,
    sourceRepositoryRef: 'refs/heads/main',
  },
};

export const KEY: Signer = { type: 'key', keyId: 'k1' };

export const aBuilt = (name: string): ResourceDescriptor => ({
  name,
  digest: { sha256: hex(name) },
});

/** Provenance as the corpus has it, over outputs named after their content. */
export function aProvenance(
  subjects: ResourceDescriptor[],
  edit: Partial<NonNullable<DocumentFragment['provenance']>> = {},
): DocumentFragment {
  return {
    ...aFragment('provenance', 'sigstore-bundle', { signed: true, subjects }),
    recognised: {
      state: 'recognised',
      format: 'sigstore-bundle',
      mediaType: 'application/json',
      predicateType: PROVENANCE_V1,
      kind: 'provenance',
      detectedBy: 'test',
    },
    provenance: {
      predicateType: PROVENANCE_V1,
      builderId: WORKFLOW,
      buildType: BUILD_TYPE,
      source: { uri: REPOSITORY, ref: 'refs/heads/main' },
      subjects: subjects.map(({ name = '', digest }) => ({ name, ...digest })),
      externalParameters: {
        workflow: {
          ref: 'refs/heads/main',
          repository: REPOSITORY,
          path: '.github/workflows/release.yml',
        },
      },
      resolvedDependencies: [],
      byproducts: [],
      ...edit,
    },
  };
}

/** An SBOM, by itself or inside a statement about its subjects. */
export function anSbom(subjects?: ResourceDescriptor[]): DocumentFragment {
  const bare = aFragment('sbom', 'cyclonedx-json');
  return subjects
    ? {
        ...bare,
        signed: true,
        subjects,
        recognised: {
          ...bare.recognised,
          predicateType: 'https://cyclonedx.org/bom',
        },
      }
    : bare;
}

export function related(
  id: string,
  fragment: DocumentFragment,
  rest: Partial<RelatedEvidence> = {},
): RelatedEvidence {
  return {
    id,
    digest: `sha256:${hex(`bytes of ${id}`)}`,
    receivedAt: NOW,
    current: true,
    fragment,
    ...rest,
  };
}

/** What assessing told: by default verified, and the first line is met. */
export function assessed(
  policy: TrustPolicy,
  fragment: DocumentFragment,
  rest: Partial<SignedAssessment> & { meets?: string[] } = {},
): SignedAssessment {
  const { meets = [policy.lines[0]?.id], ...given } = rest;
  const { predicateType } = fragment.recognised;
  const content: SignedContent | undefined =
    predicateType === undefined
      ? undefined
      : { type: 'statement', predicateType, subjects: fragment.subjects };
  return {
    policyDigest: policyDigestOf(policy),
    state: 'verified',
    checks: [],
    signer: CI,
    times: ['2026-11-23T11:00:00Z'],
    content,
    lines: policy.lines.map(({ id }) =>
      meets.includes(id) ? { line: id, state: 'met' } : unmetBy(id, 'signer'),
    ),
    ...given,
  };
}

export function unmetBy(
  line: string,
  part: Extract<LineFit, { state: 'unmet' }>['part'],
): LineFit {
  return {
    line,
    state: 'unmet',
    part,
    reason: `The ${part} is another.`,
    remedy: `Mend the ${part}.`,
  };
}

/** A document that was signed by whom the line names. */
export function vouched(
  policy: TrustPolicy,
  id: string,
  fragment: DocumentFragment,
  rest: Partial<RelatedEvidence> & {
    as?: Parameters<typeof assessed>[2];
  } = {},
): RelatedEvidence {
  const { as, ...given } = rest;
  return related(id, fragment, {
    assessment: assessed(policy, fragment, as),
    ...given,
  });
}

export function relateOptions(
  policy: TrustPolicy,
  evidence: RelatedEvidence[],
  rest: Partial<RelateOptions> = {},
): RelateOptions {
  return {
    policy,
    now: NOW,
    subject: { ref: SHOP, origin: `url:${REPOSITORY}` },
    evidence,
    outputs: [],
    ...rest,
  };
}
