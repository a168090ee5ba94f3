import { Config } from '@backstage/config';
import { readEnforceFrom } from './readEnforceFrom';
import { Stage } from './SupplyChainConfig';
import { oneOf } from './words';

const NAME = /^[a-z0-9-]{1,63}$/;

export function readStages(
  config: Config | undefined,
): ReadonlyMap<string, Stage> {
  const stages = new Map<string, Stage>();
  const all = config?.getOptionalConfig('stages');
  for (const name of all?.keys() ?? []) {
    const key = `stages.${name}`;
    if (!NAME.test(name)) {
      throw new Error(
        `supplyChain.${key}: a stage has 1 to 63 of the characters a to z, 0 to 9 and -`,
      );
    }
    const stage = all!.getConfig(name);
    stages.set(name, {
      mode: oneOf(
        ['observe', 'enforce'],
        stage.getOptionalString('mode') ?? 'observe',
        `${key}.mode`,
      ),
      enforceFrom: readEnforceFrom(stage, key),
    });
  }
  return stages;
}
