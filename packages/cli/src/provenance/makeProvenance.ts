import { DigestedFile } from '../documents/digestFile';
import { Source } from './findSource';

const BUILDERS = 'https://hotpass.github.io/supply-chain/builders';

/** Who builds, as the environment claims; nobody has signed this. */
export function builderOf(env: NodeJS.ProcessEnv): {
  id: string;
  invocationId?: string;
} {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = env;
  if (GITHUB_SERVER_URL && GITHUB_REPOSITORY && env.GITHUB_WORKFLOW_REF) {
    return {
      id: `${GITHUB_SERVER_URL}/${env.GITHUB_WORKFLOW_REF}`,
      invocationId:
        GITHUB_RUN_ID &&
        `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`,
    };
  }
  if (env.CI_JOB_URL && env.CI_SERVER_URL) {
    return { id: env.CI_SERVER_URL, invocationId: env.CI_JOB_URL };
  }
  return { id: `${BUILDERS}/workstation` };
}

/**
 * Unsigned SLSA v1 provenance of files: what the build says of itself, and no proof.
 *
 * Source: slsa.dev/spec/v1.2/provenance; in-toto attestation framework, Statement v1.
 */
export function makeProvenance(options: {
  files: DigestedFile[];
  source?: Source;
  /** Address of the repository, where git has none. */
  repository?: string;
  command?: string;
  env: NodeJS.ProcessEnv;
  finishedOn: Date;
}): object {
  const { files, source, env, command, finishedOn } = options;
  const uri = source?.uri ?? options.repository;
  const { id, invocationId } = builderOf(env);
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: files.map(({ name, ...digest }) => ({ name, digest })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType:
          'https://hotpass.github.io/supply-chain/buildtypes/command/v1',
        externalParameters: {
          ...(uri && { repository: uri }),
          ...(source?.ref && { ref: source.ref }),
          ...(command && { command }),
        },
        internalParameters: { uncommittedChanges: source?.changed ?? true },
        resolvedDependencies:
          source && uri
            ? [
                {
                  uri: source.ref ? `${uri}@${source.ref}` : uri,
                  digest: { gitCommit: source.commit },
                },
              ]
            : [],
      },
      runDetails: {
        builder: { id },
        metadata: {
          ...(invocationId && { invocationId }),
          finishedOn: finishedOn.toISOString(),
        },
      },
    },
  };
}
