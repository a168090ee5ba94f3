import { Config } from '@backstage/config';
import { isLoopbackHost } from './loopback';
import { Grant } from './SupplyChainConfig';
import { oneOf, readEvidenceKind } from './words';

export function readGrants(root: Config, config: Config | undefined): Grant[] {
  const grants = (config?.getOptionalConfigArray('grants') ?? []).map(
    readGrant,
  );
  const development = grants.find(grant => grant.development);
  if (development && !listensOnLoopback(root)) {
    throw new Error(
      `supplyChain.grants: '${development.subject}' is a development grant and the backend does not listen on loopback only; set backend.listen.host to 127.0.0.1, or remove the grant`,
    );
  }
  return grants;
}

function readGrant(grant: Config): Grant {
  return {
    subject: grant.getString('subject'),
    entities: grant.getStringArray('entities'),
    kinds: grant
      .getOptionalStringArray('kinds')
      ?.map(kind => readEvidenceKind(kind, 'grants.kinds')),
    channels: (grant.getOptionalStringArray('channels') ?? ['change']).map(
      channel => oneOf(['release', 'change'], channel, 'grants.channels'),
    ),
    actions: (grant.getOptionalStringArray('actions') ?? ['submit']).map(
      action => oneOf(['submit', 'read', 'withdraw'], action, 'grants.actions'),
    ),
    madeAt: grant.getOptionalBoolean('madeAt') ?? false,
    development: grant.getOptionalBoolean('development') ?? false,
  };
}

/** Without a host Node listens on every interface, so silence is no. */
function listensOnLoopback(root: Config): boolean {
  const listen = root.getOptional('backend.listen');
  const host =
    typeof listen === 'string'
      ? listen.slice(0, Math.max(listen.lastIndexOf(':'), 0))
      : root.getOptionalString('backend.listen.host');
  return Boolean(host) && isLoopbackHost(host!);
}
