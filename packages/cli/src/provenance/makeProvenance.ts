import { DigestedFile } from '../documents/digestFile';
import { Source } from './findSource';
import { Pipeline } from './Pipeline';

/**
 * The source that was built. What lies there counts; the job's own variables name the
 * branch of a detached checkout, and everything where there is no working copy.
 */
export function sourceOf(
  found: Source | undefined,
  pipeline: Pipeline,
  repository?: string,
): Source | undefined {
  const { commit, uri, ref } = pipeline;
  if (!found) {
    return commit
      ? { commit, uri: repository ?? uri, ref, changed: undefined }
      : undefined;
  }
  const isTheJobs = found.commit === commit;
  return {
    ...found,
    uri: repository ?? (isTheJobs ? uri : undefined) ?? found.uri,
    ref: (isTheJobs ? ref : undefined) ?? found.ref,
  };
}

/**
 * Unsigned SLSA v1 provenance of files: what the build says of itself, and no proof.
 *
 * Source: slsa.dev/spec/v1.2/provenance; in-toto attestation framework, Statement v1.
 */
export function makeProvenance(options: {
  files: DigestedFile[];
  source?: Source;
  pipeline: Pipeline;
  command?: string;
  startedOn?: Date;
  finishedOn: Date;
}): object {
  const { files, source, pipeline, command, startedOn, finishedOn } = options;
  const { uri, ref, commit, changed } = source ?? {};
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: files.map(({ name, sha256, sha512 }) => ({
      name,
      digest: { sha256, sha512 },
    })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType:
          'https://hotpass.github.io/supply-chain/buildtypes/command/v1',
        externalParameters: {
          ...(uri && { repository: uri }),
          ...(ref && { ref }),
          ...pipeline.externalParameters,
          ...(command && { command }),
        },
        internalParameters: {
          ...(changed !== undefined && { uncommittedChanges: changed }),
          ...pipeline.internalParameters,
        },
        resolvedDependencies:
          commit && uri
            ? [
                {
                  uri: ref ? `${uri}@${ref}` : uri,
                  digest: { gitCommit: commit },
                },
              ]
            : [],
      },
      runDetails: {
        builder: { id: pipeline.builderId },
        metadata: {
          ...(pipeline.invocationId && {
            invocationId: pipeline.invocationId,
          }),
          ...(startedOn && { startedOn: startedOn.toISOString() }),
          finishedOn: finishedOn.toISOString(),
        },
      },
    },
  };
}
