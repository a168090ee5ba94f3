import { assembleFacts } from '../facts/assembleFacts';
import {
  AssembleFactsOptions,
  PlacedFragment,
} from '../facts/assembleFacts.types';
import { DocumentFragment } from '../facts/DocumentFragment';
import { FactDocument } from '../facts/FactDocument';
import { EvidenceKind, FormatId } from '../model/EvidenceFacts';
import { sha256Hex } from '../facts/canonicalJson';

/** 23 November 2026, noon. */
export const NOW = new Date('2026-11-23T12:00:00Z');

/** A fragment that says nothing but what it is. */
export function aFragment(
  kind: EvidenceKind,
  format: FormatId,
  rest: Partial<DocumentFragment> = {},
): DocumentFragment {
  return {
    recognised: {
      state: 'recognised',
      format,
      mediaType: 'application/json',
      kind,
      detectedBy: 'test',
    },
    valid: { state: 'valid', defects: [], defectCount: 0 },
    signed: false,
    subjects: [],
    licences: [],
    findings: [],
    ...rest,
  };
}

export function placed(
  fragment: DocumentFragment,
  rest: Partial<PlacedFragment> = {},
): PlacedFragment {
  return {
    id: 'e1',
    stream: 'app',
    digest: `sha256:${sha256Hex(JSON.stringify(fragment))}`,
    receivedAt: NOW,
    receivedFrom: 'local',
    signature: { state: 'none' },
    bound: { state: 'placed', outputs: [], reason: 'test' },
    trust: { state: 'none' },
    fragment,
    ...rest,
  };
}

/** Facts of a release of `component:default/shop`, by default with nothing sent. */
export function aRelease(
  options: Partial<AssembleFactsOptions> = {},
): FactDocument {
  return assembleFacts({
    now: NOW,
    subject: {
      ref: 'component:default/shop',
      kind: 'component',
      namespace: 'default',
      name: 'shop',
    },
    release: {
      version: '2.4.1',
      channel: 'release',
      line: 'default',
      madeAt: NOW,
    },
    expected: [],
    outputs: [],
    evidence: [],
    ...options,
  });
}

/** A release with one small SBOM of the yarn plugin. */
export function anSbomRelease(): FactDocument {
  const one = { present: 1, total: 1 };
  return aRelease({
    expected: [{ kind: 'sbom', level: 'required' }],
    evidence: [
      placed(
        aFragment('sbom', 'cyclonedx-json', {
          generator: { name: 'yarn-plugin-cyclonedx', version: '3.4.0' },
          licences: ['MIT'],
          sbom: {
            root: { name: 'shop', version: '2.4.1' },
            rootIsPlaceholder: false,
            authors: 1,
            supplier: true,
            lifecycles: ['build'],
            timestamp: true,
            tool: true,
            counts: {
              producer: one,
              version: one,
              identifier: one,
              hash: one,
              licence: one,
              relationship: one,
            },
          },
          components: {
            key: ['pkg:npm/left-pad@1.3.0'],
            packageKey: ['pkg:npm/left-pad'],
            type: ['npm'],
            name: ['left-pad'],
            version: ['1.3.0'],
            purl: ['pkg:npm/left-pad@1.3.0'],
            licence: [0],
            direct: [1],
            pointer: ['/components/0'],
          },
        }),
      ),
    ],
  });
}
