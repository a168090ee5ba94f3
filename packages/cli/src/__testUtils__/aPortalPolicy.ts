import { JOB_IDENTITY, JOB_ISSUER } from './idToken';

/** A trust policy as the portal gives it: a line for the job's workflow, one for a key. */
export function aPortalPolicy(options: {
  trustedRoot: object;
  /** Public key in PEM. */
  pem: string;
  /** Of both lines. Default: everything about `shop`. */
  predicateTypes?: { workflow: string[]; key: string[] };
  entities?: { workflow: string[]; key: string[] };
  adoption?: object[];
}) {
  const shop = ['component:default/shop'];
  const { workflow, key } = options.predicateTypes ?? {
    workflow: ['*'],
    key: ['*'],
  };
  const entities = options.entities ?? { workflow: shop, key: shop };
  return {
    schema: 'https://hotpass.github.io/supply-chain/trust-policy/v1',
    roots: [{ name: 'ours', root: options.trustedRoot }],
    keys: [{ name: 'release', pem: options.pem }],
    lines: [
      {
        id: 'release-workflow',
        signer: {
          type: 'certificate',
          root: 'ours',
          issuer: JOB_ISSUER,
          identity: JOB_IDENTITY.replace(/@.*/, '@*'),
          source: {
            repositoryId: '4711',
            refs: ['refs/tags/*'],
            triggers: ['release'],
          },
        },
        require: { log: 1, sct: 1, time: 1 },
        predicateTypes: workflow,
        entities: entities.workflow,
      },
      {
        id: 'release-key',
        signer: { type: 'key', keys: ['release'] },
        require: { log: 0, sct: 0, time: 0 },
        predicateTypes: key,
        entities: entities.key,
      },
    ] as any[],
    adoption: options.adoption ?? [],
  };
}
