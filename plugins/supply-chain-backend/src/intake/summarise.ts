import { DocumentFragment } from '@hotpass/supply-chain-evidence';

/** What lists show of a reading without unpacking its fragment; JSON in `reading.summary`. */
export interface ReadingSummary {
  recognised: DocumentFragment['recognised'];
  valid: DocumentFragment['valid'];
  signed: boolean;
  generator?: { name: string; version?: string };
  createdAt?: string;
  counts: { components?: number; findings?: number; entries?: number };
}

export function summarise(fragment: DocumentFragment): ReadingSummary {
  const { generator, components, checksums, scan, findings } = fragment;
  return {
    recognised: fragment.recognised,
    valid: fragment.valid,
    signed: fragment.signed,
    generator: generator && {
      name: generator.name,
      version: generator.version,
    },
    createdAt: fragment.createdAt,
    counts: {
      components: components?.key.length,
      findings: scan || findings.length > 0 ? findings.length : undefined,
      entries: checksums?.entries.length,
    },
  };
}
