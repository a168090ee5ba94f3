/*
 * What a trust line expects of provenance, for a level above 1. The line supplies the
 * expectations, an annotation may only narrow them, and what the line does not name is
 * not met. Source: slsa.dev/spec/v1.2/verifying-artifacts, "Check expectations".
 */
import { canonicalJson } from '../facts/canonicalJson';
import { PROVENANCE_V1 } from '../formats/intoto';
import { matchesAnyGlob } from './glob';
import { EvidenceTrust, RelateOptions } from './ReleaseTrust';
import { BuildExpectation } from './TrustPolicy';
import { Voice } from './voices';

type Unmet = EvidenceTrust['unmet'][number];

/** Expectations of a trusted statement's line that it does not meet. */
export function unmetExpectations(
  { line, said, signature, evidence }: Voice,
  narrow: RelateOptions['narrow'] = {},
): Unmet[] {
  const build = line?.build;
  if (!line || !build) return [];
  const { provenance, valid } = evidence.fragment;
  if (
    !provenance ||
    said.length !== 1 ||
    said[0].predicateType !== provenance.predicateType
  ) {
    return [
      {
        code: 'unread',
        message: 'What it says of the build is not read from this format.',
      },
    ];
  }
  const isV1 = provenance.predicateType === PROVENANCE_V1;
  const place = (v1: string, older: string) => `/predicate${isV1 ? v1 : older}`;
  const sourcePlace = place('/buildDefinition', '/invocation/configSource');
  const unmet: Unmet[] = [];
  const expect = (holds: boolean, found: Unmet) => {
    if (!holds) unmet.push(found);
  };

  expect(valid.state === 'valid', {
    code: 'invalid',
    message: 'It does not follow the format of SLSA provenance.',
    pointer: valid.defects[0]?.pointer,
  });
  const { builderId = '', buildType = '', source } = provenance;
  expect(build.builders.includes(builderId), {
    code: 'builder',
    message: `The builder is '${builderId}', which the trust line '${line.id}' does not name.`,
    pointer: place('/runDetails/builder/id', '/builder/id'),
  });
  expect(build.buildTypes.includes(buildType), {
    code: 'build-type',
    message: `The build type is '${buildType}', which the trust line '${line.id}' does not name.`,
    pointer: place('/buildDefinition/buildType', '/buildType'),
  });
  const repository = plain(source?.uri);
  expect(build.source.repositories.includes(repository), {
    code: 'source-repository',
    message: `The source is '${repository}', which the trust line '${line.id}' does not name.`,
    pointer: sourcePlace,
  });
  const ref = source?.ref ?? '';
  expect(matchesAnyGlob(build.source.refs, ref), {
    code: 'source-ref',
    message: `The source's ref is '${ref}', which the trust line '${line.id}' does not allow.`,
    pointer: sourcePlace,
  });
  expect(!narrow.repositories || narrow.repositories.includes(repository), {
    code: 'narrowed-repository',
    message: `The source is '${repository}', which the entity's own annotation does not name.`,
    pointer: sourcePlace,
  });
  expect(!narrow.refs || matchesAnyGlob(narrow.refs, ref), {
    code: 'narrowed-ref',
    message: `The source's ref is '${ref}', which the entity's own annotation does not allow.`,
    pointer: sourcePlace,
  });
  for (const [claim, stated, is] of claimsOf(signature.signer, source)) {
    expect(stated === is, {
      code: 'source-claim',
      message: `The statement says the source's ${claim} is '${stated}', and the signer's certificate says '${is}'.`,
      pointer: sourcePlace,
    });
  }
  if (line.signer.type === 'certificate' && line.signer.source) {
    const { repositoryId } = line.signer.source;
    const signer = signature.signer;
    const id =
      signer?.type === 'certificate'
        ? signer.claims.sourceRepositoryIdentifier
        : undefined;
    expect(id === repositoryId, {
      code: 'source-id',
      message: `The certificate is of the repository with id '${
        id ?? ''
      }', not '${repositoryId}'.`,
    });
  }
  return [
    ...unmet,
    ...unmetParameters(
      provenance.externalParameters,
      build.externalParameters,
      place('/buildDefinition/externalParameters', '/invocation'),
    ),
  ];
}

/** What the certificate noted of the job's source, beside what the statement says. */
function claimsOf(
  signer: Voice['signature']['signer'],
  source: { uri: string; commit?: string; ref?: string } | undefined,
): [claim: string, said: string, is: string][] {
  if (signer?.type !== 'certificate') return [];
  const { claims } = signer;
  const pairs: [string, string | undefined, string | undefined][] = [
    ['repository', plain(source?.uri), claims.sourceRepositoryUri],
    ['ref', source?.ref, claims.sourceRepositoryRef],
    ['commit', source?.commit, claims.sourceRepositoryDigest],
  ];
  return pairs.flatMap(([claim, said = '', is]) =>
    is === undefined ? [] : [[claim, said, is]],
  );
}

function unmetParameters(
  parameters: Record<string, unknown>,
  expected: BuildExpectation['externalParameters'],
  place: string,
): Unmet[] {
  return Object.entries(parameters).flatMap(([key, value]) =>
    visit(value, `/${escape(key)}`, expected, place),
  );
}

/** The whole of a value where its pointer is named, else each member by itself. */
function visit(
  value: unknown,
  pointer: string,
  expected: BuildExpectation['externalParameters'],
  place: string,
): Unmet[] {
  if (Object.hasOwn(expected, pointer)) {
    const text = textOf(value);
    if (matchesAnyGlob(expected[pointer], text)) return [];
    return [
      {
        code: 'external-parameter',
        message: `The external parameter ${pointer} is '${text}', which is not expected.`,
        pointer: `${place}${pointer}`,
      },
    ];
  }
  const members =
    typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (members.length > 0) {
    return members.flatMap(([key, member]) =>
      visit(member, `${pointer}/${escape(key)}`, expected, place),
    );
  }
  return [
    {
      code: 'external-parameter',
      message: `The external parameter ${pointer} is not known to the trust line.`,
      pointer: `${place}${pointer}`,
    },
  ];
}

function textOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : Buffer.from(canonicalJson(value)).toString('utf8');
}

// RFC 6901, section 3
function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

// `git+https://…` is how package URLs and in-toto write a git repository
function plain(uri = ''): string {
  return uri.replace(/^git\+/, '');
}
