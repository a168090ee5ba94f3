import { Config } from '@backstage/config';

/** The date from which `observe` becomes `enforce`. */
export function readEnforceFrom(config: Config, key: string): Date | undefined {
  const text = config.getOptionalString('enforceFrom');
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) {
    throw new Error(
      `supplyChain.${key}.enforceFrom '${text}' is not an RFC 3339 date`,
    );
  }
  return date;
}
