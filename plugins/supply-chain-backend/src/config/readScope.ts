import { Config } from '@backstage/config';
import { EvidenceKind } from '@hotpass/backstage-plugin-supply-chain-common';
import { ScopeEntry } from './SupplyChainConfig';
import { readEnforceFrom } from './readEnforceFrom';
import { oneOf, readEvidenceKind } from './words';

const DEFAULT_SCOPE: ScopeEntry[] = [
  {
    match: { kind: 'component', namespace: '*', name: '*' },
    expected: [
      { kind: 'sbom', level: 'required' },
      { kind: 'provenance', level: 'wanted' },
    ],
    collection: 'release',
    mode: 'observe',
  },
];

export function readScope(config: Config | undefined): ScopeEntry[] {
  const entries = config?.getOptionalConfigArray('scope');
  return entries ? entries.map(readEntry) : DEFAULT_SCOPE;
}

function readEntry(entry: Config): ScopeEntry {
  const match = entry.getConfig('match');
  return {
    match: {
      kind: match.getOptionalString('kind') ?? 'component',
      namespace: match.getOptionalString('namespace') ?? '*',
      name: match.getOptionalString('name') ?? '*',
      type: match.getOptionalString('type'),
      lifecycle: match.getOptionalString('lifecycle'),
    },
    expected: entry.has('expect')
      ? readExpected(entry.getConfig('expect'))
      : DEFAULT_SCOPE[0].expected,
    collection: oneOf(
      ['minimal', 'release'],
      entry.getOptionalString('collection') ?? 'release',
      'scope.collection',
    ),
    mode: oneOf(
      ['observe', 'enforce'],
      entry.getOptionalString('mode') ?? 'observe',
      'scope.mode',
    ),
    enforceFrom: readEnforceFrom(entry, 'scope'),
  };
}

function readExpected(config: Config): {
  kind: EvidenceKind;
  level: 'required' | 'wanted';
}[] {
  return config.keys().map(key => ({
    kind: readEvidenceKind(key, 'scope.expect'),
    level: oneOf(
      ['required', 'wanted'],
      config.getString(key),
      `expect.${key}`,
    ),
  }));
}
