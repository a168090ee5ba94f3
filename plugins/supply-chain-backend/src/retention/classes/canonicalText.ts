import { canonicalJson } from '@hotpass/supply-chain-evidence';

/** Equal for what says the same, in whatever order its members are. */
export function canonicalText(value: object): string {
  return Buffer.from(canonicalJson(value)).toString();
}
