import {
  arrayAt,
  isObject,
  JsonObject,
  numberAt,
  objectAt,
  stringAt,
  valueAt,
} from '../json';
import type { EvidenceKind, FormatId } from '../model/EvidenceFacts';

/** What a structural mark tells of a JSON document. @internal */
export interface Marked {
  format: FormatId;
  version?: string;
  mediaType: string;
  kind: EvidenceKind;
  detectedBy: string;
  predicateType?: string;
}

type Marker = (document: JsonObject) => Marked | undefined;

const BUNDLE_MEDIA_TYPE =
  /^application\/vnd\.dev\.sigstore\.bundle(?:\+json;version=(\d+\.\d+)|\.v(\d+\.\d+)\+json)$/;

const sigstoreBundle: Marker = document => {
  const match = BUNDLE_MEDIA_TYPE.exec(stringAt(document, 'mediaType') ?? '');
  return (
    (match && {
      format: 'sigstore-bundle',
      version: match[1] ?? match[2],
      mediaType: match[0],
      // Over a file it says nothing but who signed that file
      kind: objectAt(document, 'messageSignature')
        ? 'signature'
        : 'attestation',
      detectedBy: 'mediaType of a Sigstore bundle',
    }) ||
    undefined
  );
};

const dsse: Marker = document =>
  typeof valueAt(document, 'payload') === 'string' &&
  stringAt(document, 'payloadType') &&
  arrayAt(document, 'signatures').length > 0
    ? {
        format: 'dsse',
        mediaType: 'application/vnd.dsse.envelope.v1+json',
        kind: 'attestation',
        detectedBy: 'payload, payloadType and signatures[]',
      }
    : undefined;

const statement: Marker = document => {
  const match = /^https:\/\/in-toto\.io\/Statement\/v(\d+(?:\.\d+)?)$/.exec(
    stringAt(document, '_type') ?? '',
  );
  if (!match) return undefined;
  const predicateType = stringAt(document, 'predicateType');
  return {
    format: 'in-toto-statement',
    version: match[1],
    mediaType: 'application/vnd.in-toto+json',
    kind: kindOfPredicate(predicateType),
    predicateType,
    detectedBy: `_type == "${match[0]}"`,
  };
};

const cyclonedx: Marker = document => {
  const version = stringAt(document, 'specVersion');
  if (valueAt(document, 'bomFormat') !== 'CycloneDX' || !version) {
    return undefined;
  }
  return {
    format: 'cyclonedx-json',
    version,
    mediaType: 'application/vnd.cyclonedx+json',
    kind: kindOfCycloneDx(document),
    detectedBy: 'bomFormat == "CycloneDX" and specVersion',
  };
};

const spdx2: Marker = document => {
  const match = /^SPDX-(2\.\d+)/.exec(stringAt(document, 'spdxVersion') ?? '');
  return match
    ? {
        format: 'spdx2-json',
        version: match[1],
        mediaType: 'application/spdx+json',
        kind: 'sbom',
        detectedBy: 'spdxVersion',
      }
    : undefined;
};

const spdx3: Marker = document => {
  const match = contexts(document)
    .map(context => /^https:\/\/spdx\.org\/rdf\/(3\.[\d.]+\d)\//.exec(context))
    .find(Boolean);
  return match && Array.isArray(valueAt(document, '@graph'))
    ? {
        format: 'spdx3-json',
        version: match[1],
        mediaType: 'application/spdx+json',
        kind: 'sbom',
        detectedBy: '@context of SPDX 3 and @graph',
      }
    : undefined;
};

const openvex: Marker = document => {
  const match = contexts(document)
    .map(context =>
      /^https:\/\/openvex\.dev\/ns(?:\/v([\d.]+))?$/.exec(context),
    )
    .find(Boolean);
  return match && Array.isArray(valueAt(document, 'statements'))
    ? {
        format: 'openvex',
        version: match[1] ?? '0.0.1',
        mediaType: 'application/vnd.openvex+json',
        kind: 'vex',
        detectedBy: '@context of OpenVEX and statements[]',
      }
    : undefined;
};

const csaf: Marker = document => {
  const inner = objectAt(document, 'document');
  const version = stringAt(inner, 'csaf_version');
  return version
    ? {
        format: 'csaf',
        version,
        mediaType: 'application/json',
        kind: 'vex',
        detectedBy: 'document.csaf_version',
      }
    : undefined;
};

const sarif: Marker = document =>
  valueAt(document, 'version') === '2.1.0' &&
  Array.isArray(valueAt(document, 'runs'))
    ? {
        format: 'sarif',
        version: '2.1.0',
        mediaType: 'application/sarif+json',
        kind: 'analysis',
        detectedBy: 'version == "2.1.0" and runs[]',
      }
    : undefined;

const grype: Marker = document => {
  const descriptor = objectAt(document, 'descriptor');
  return Array.isArray(valueAt(document, 'matches')) &&
    stringAt(descriptor, 'name') === 'grype'
    ? {
        format: 'grype',
        version: stringAt(descriptor, 'version'),
        mediaType: 'application/json',
        kind: 'scan',
        detectedBy: 'matches[] and descriptor.name == "grype"',
      }
    : undefined;
};

const trivy: Marker = document =>
  valueAt(document, 'SchemaVersion') === 2 &&
  stringAt(document, 'ArtifactName') !== undefined
    ? {
        format: 'trivy',
        version: '2',
        mediaType: 'application/json',
        kind: 'scan',
        detectedBy: 'SchemaVersion == 2 and ArtifactName',
      }
    : undefined;

const osvScanner: Marker = document => {
  const packages = arrayAt(document, 'results').flatMap(result =>
    arrayAt(result, 'packages').slice(0, 1),
  );
  return packages.some(entry => objectAt(entry, 'package'))
    ? {
        format: 'osv-scanner',
        mediaType: 'application/json',
        kind: 'scan',
        detectedBy: 'results[].packages[].package',
      }
    : undefined;
};

const scorecard: Marker = document =>
  objectAt(document, 'scorecard') &&
  objectAt(document, 'repo') &&
  Array.isArray(valueAt(document, 'checks')) &&
  numberAt(document, 'score') !== undefined
    ? {
        format: 'scorecard',
        version: stringAt(objectAt(document, 'scorecard'), 'version'),
        mediaType: 'application/json',
        kind: 'scorecard',
        detectedBy: 'scorecard, repo, checks[] and score',
      }
    : undefined;

/** Most specific first. */
const MARKERS: readonly Marker[] = [
  sigstoreBundle,
  dsse,
  statement,
  cyclonedx,
  spdx3,
  spdx2,
  openvex,
  csaf,
  sarif,
  grype,
  trivy,
  osvScanner,
  scorecard,
];

/** Every format whose marks a JSON document bears, most specific first. @internal */
export function marksOf(document: unknown): Marked[] {
  if (Array.isArray(document)) return legacyTrivy(document);
  if (!isObject(document)) return [];
  return MARKERS.flatMap(marker => marker(document) ?? []);
}

/** The kind of evidence a predicate type stands for. @internal */
export function kindOfPredicate(
  predicateType: string | undefined,
): EvidenceKind {
  const type = predicateType ?? '';
  if (/^https:\/\/slsa\.dev\/provenance\/v/.test(type)) return 'provenance';
  if (/^https:\/\/slsa\.dev\/verification_summary\/v/.test(type)) return 'vsa';
  if (/^https:\/\/(cyclonedx\.org\/bom|spdx\.dev\/Document)(\/|$)/.test(type)) {
    return 'sbom';
  }
  if (/^https:\/\/openvex\.dev\/ns(\/|$)/.test(type)) return 'vex';
  if (
    /^https:\/\/in-toto\.io\/attestation\/vulns(\/|$)/.test(type) ||
    /^https:\/\/cosign\.sigstore\.dev\/attestation\/vuln\/v1$/.test(type)
  ) {
    return 'scan';
  }
  return 'attestation';
}

function kindOfCycloneDx(document: JsonObject): EvidenceKind {
  if (arrayAt(document, 'components').length > 0) return 'sbom';
  if (arrayAt(document, 'vulnerabilities').length > 0) return 'vex';
  if (objectAt(document, 'declarations')) return 'attestation';
  return 'sbom';
}

function contexts(document: JsonObject): string[] {
  const context = valueAt(document, '@context');
  return (Array.isArray(context) ? context : [context]).filter(
    (item): item is string => typeof item === 'string',
  );
}

function legacyTrivy(document: unknown[]): Marked[] {
  return document.length > 0 &&
    document.every(
      item =>
        stringAt(item, 'Target') !== undefined &&
        valueAt(item, 'Vulnerabilities') !== undefined,
    )
    ? [
        {
          format: 'trivy',
          version: '1',
          mediaType: 'application/json',
          kind: 'scan',
          detectedBy: 'array of Target and Vulnerabilities',
        },
      ]
    : [];
}
