/*
 * Recognise, then read: a function of the bytes, the hint and the limits alone. Only
 * bytes that cannot be parsed safely are refused; every other fault is a located
 * defect, so that a person sees all of them at once.
 */
import { readChecksums } from './formats/checksums';
import { readCycloneDx, validateCycloneDx } from './formats/cyclonedx';
import { openEnvelope } from './formats/dsse';
import { readGrype } from './formats/grype';
import {
  isProvenance,
  isStatementPayload,
  readProvenance,
  readStatement,
} from './formats/intoto';
import {
  isObject,
  JsonObject,
  objectAt,
  parseJson,
  withDefaultLimits,
} from './json';
import { Defect } from './model/Defect';
import { EvidenceError } from './model/EvidenceError';
import { Reading } from './model/ReadDocument';
import { XML_SIGNATURE } from './formats/cyclonedx/xmlSignature';
import { fileOfBundle } from './formats/signature';
import { recognise, recogniseJson, Recognition } from './recognise/recognise';
import { FoundDefects, toValidFact } from './toValidFact';
import type { ReadHint, ReadLimits } from './worker/types';

const MAX_NESTED = 3;
/** Formats of signatures. */
const SIGNED = [
  'dsse',
  'sigstore-bundle',
  'in-toto-bundle',
  'detached-signature',
];

/** What reading one layer of a document gives. */
type Layer = FoundDefects &
  Pick<Reading, 'document' | 'subjects' | 'signed' | 'signs'>;

/**
 * Recognises and reads a document.
 *
 * @throws EvidenceError for bytes that are refused: the code, the place and what to do
 * @public
 */
export function readEvidence(
  bytes: Uint8Array,
  hint: ReadHint = {},
  limits: Partial<ReadLimits> = {},
): Reading {
  const all = withDefaultLimits(limits);
  const recognition = recognise(bytes, hint, all);
  const layer = readLayer(recognition, all, 0);
  const ambiguous = layer.fact.state === 'ambiguous';
  if (layer.signed && ambiguous) {
    const first = layer.defects.find(({ level }) => level === 'error');
    throw new EvidenceError(
      'ambiguous',
      first?.message ?? 'Two readers would see two documents.',
      {
        ...first,
        remedy: 'Send the signed document exactly as the signer wrote it.',
      },
    );
  }
  return {
    recognised: layer.fact,
    valid: toValidFact(layer, bytes),
    signed: layer.signed,
    signs: layer.signs,
    subjects: layer.subjects,
    document: layer.document,
  };
}

function readLayer(
  recognition: Recognition,
  limits: ReadLimits,
  nested: number,
): Layer {
  const { fact, json, text } = recognition;
  const layer: Layer = {
    fact,
    checked: false,
    signed: SIGNED.includes(fact.format),
    subjects: [],
    document: { kind: 'opaque' },
    defects: recognition.defects,
    defectCount: recognition.defectCount,
  };
  if (fact.format === 'checksums' && text !== undefined) {
    return withContent(layer, readChecksums(text), 'checksums');
  }
  if (fact.format === 'cyclonedx-xml') {
    return { ...layer, signed: text?.includes(XML_SIGNATURE) ?? false };
  }
  if (!isObject(json)) return layer;
  switch (fact.format) {
    case 'cyclonedx-json': {
      const { state, schema, ...found } = validateCycloneDx(
        json,
        fact.version ?? '',
      );
      return {
        ...withContent(
          layer,
          { document: readCycloneDx(json), ...found },
          schema,
        ),
        checked: state !== 'not-checked',
        signed: objectAt(json, 'signature') !== undefined,
      };
    }
    case 'grype':
      return withContent(layer, readGrype(json), 'Grype JSON');
    case 'in-toto-statement':
      return readStatementLayer(layer, json, limits, nested);
    case 'dsse':
      return readEnvelope(layer, json, '', limits, nested);
    case 'sigstore-bundle': {
      const envelope = objectAt(json, 'dsseEnvelope');
      return envelope
        ? readEnvelope(layer, envelope, '/dsseEnvelope', limits, nested)
        : { ...layer, signs: fileOfBundle(json) };
    }
    default:
      return layer;
  }
}

function withContent(
  layer: Layer,
  content: {
    document: Reading['document'];
    defects: Defect[];
    defectCount?: number;
  },
  schema: string | undefined,
): Layer {
  return {
    ...layer,
    document: content.document,
    schema,
    checked: true,
    defects: [...layer.defects, ...content.defects],
    defectCount:
      layer.defectCount + (content.defectCount ?? content.defects.length),
  };
}

// The payload is a document of its own: places in it are told from its root.
function readEnvelope(
  layer: Layer,
  envelope: JsonObject,
  pointer: string,
  limits: ReadLimits,
  nested: number,
): Layer {
  const { payload, payloadType } = openEnvelope(envelope, pointer);
  if (!isStatementPayload(payloadType)) return layer;
  const parsed = parseJson(payload, limits);
  const inner = recogniseJson(parsed);
  if (inner?.fact.format !== 'in-toto-statement') {
    return {
      ...layer,
      checked: true,
      defects: [
        ...layer.defects,
        {
          code: 'wrong-payload',
          message: `The payload is called '${payloadType}' and is no in-toto statement.`,
          pointer: `${pointer}/payload`,
          level: 'error',
        },
      ],
      defectCount: layer.defectCount + 1,
    };
  }
  const read = readLayer(inner, limits, nested + 1);
  return {
    ...read,
    signed: true,
    fact: {
      ...layer.fact,
      state: read.fact.state,
      kind: read.fact.kind,
      predicateType: read.fact.predicateType,
      detectedBy: `${layer.fact.detectedBy}; ${read.fact.detectedBy}`,
    },
  };
}

function readStatementLayer(
  layer: Layer,
  json: JsonObject,
  limits: ReadLimits,
  nested: number,
): Layer {
  const { parts, defects } = readStatement(json);
  const base: Layer = {
    ...withContent(
      layer,
      {
        document: {
          kind: 'attestation',
          predicateType: parts.predicateType,
          subjects: parts.subjects,
        },
        defects,
      },
      'in-toto Statement',
    ),
    subjects: parts.subjects,
  };
  if (isProvenance(parts.predicateType)) {
    return {
      ...withContent(base, readProvenance(parts), 'SLSA provenance'),
      subjects: parts.subjects,
    };
  }
  // A predicate may be a document of its own, such as an SBOM.
  const inner = parts.predicate && recogniseValue(parts.predicate);
  if (!inner || nested >= MAX_NESTED) return base;
  const read = readLayer(inner, limits, nested + 1);
  return {
    ...base,
    document: read.checked ? read.document : base.document,
    schema: read.schema ?? base.schema,
    defects: [
      ...base.defects,
      ...read.defects.map(defect => ({
        ...defect,
        pointer:
          defect.pointer === undefined
            ? undefined
            : `/predicate${defect.pointer}`,
      })),
    ],
    defectCount: base.defectCount + read.defectCount,
    fact: {
      ...base.fact,
      // Whoever reads the predicate sees two documents too.
      state: read.fact.state === 'ambiguous' ? 'ambiguous' : base.fact.state,
      kind: read.fact.kind,
    },
  };
}

// Already parsed, and checked with the document around it.
function recogniseValue(value: JsonObject): Recognition | undefined {
  return recogniseJson({
    value,
    ambiguities: [],
    ambiguityCount: 0,
    warnings: [],
  });
}
