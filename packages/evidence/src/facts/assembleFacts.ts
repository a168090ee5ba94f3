import { Output } from '../model/Digest';
import { EvidenceKind } from '../model/EvidenceFacts';
import { readLicence } from '../licences/readLicence';
import { earliestTime } from '../trust/trustedTimes';
import { AssembleFactsOptions, PlacedFragment } from './assembleFacts.types';
import { ComponentColumns, EvidenceEntry, FactDocument } from './FactDocument';
import { FACTS_SCHEMA, LicenceFacts, SbomFacts } from './FactDocument';
import { trustFacts, withTrust } from './trustFacts';
import { countMatches, fullDigests } from './matchOutputs';
import { PlacedFinding, uniteFindings } from './uniteFindings';

const SHOWN_DEFECTS = 10;

/**
 * Merges the current evidence of a release into the one document that the policy
 * sees. A function of its options alone, without a clock; the order of `evidence`
 * does not matter.
 *
 * @public
 */
export function assembleFacts(options: AssembleFactsOptions): FactDocument {
  const { trust } = options;
  const placed = [...options.evidence]
    .sort(byPlace)
    .map(one => (trust ? withTrust(one, trust) : one));
  const outputs: (Output & { level?: number })[] =
    trust?.outputs ?? options.outputs;
  const evidence = placed.map(toEntry);
  return {
    schema: FACTS_SCHEMA,
    now: seconds(options.now),
    subject: options.subject,
    release: { ...options.release, madeAt: seconds(options.release.madeAt) },
    expected: options.expected.map(({ kind, level }) => ({
      kind,
      level,
      present: evidence.some(entry => isPresent(entry, kind)),
    })),
    evidence,
    outputs: outputs.map(toOutput),
    ...(trust && trustFacts(trust, placed)),
    ...assembleSboms(placed),
    provenances: each(placed, 'provenance', (provenance, index) => ({
      evidence: index,
      predicateType: provenance.predicateType,
      builderId: provenance.builderId,
      buildType: provenance.buildType,
      source: provenance.source,
      subjects: provenance.subjects,
      matchedOutputs: countMatches(provenance.subjects, outputs),
      unmet: trust?.evidence[placed[index].id].unmet,
    })),
    checksums: each(placed, 'checksums', (checksums, index) => ({
      evidence: index,
      entries: checksums.entries,
    })),
    scans: each(placed, 'scan', (scan, index) => ({
      evidence: index,
      ...scan,
    })),
    findings: uniteFindings(placed.flatMap(toFindings), options.firstSeen),
  };
}

// A document that cannot be told apart for certain, or whose signature is wrong,
// is there as a fact and does not do what was expected of it.
function isPresent(entry: EvidenceEntry, kind: EvidenceKind): boolean {
  return (
    entry.kind === kind &&
    entry.recognised === 'recognised' &&
    entry.signature !== 'failed'
  );
}

function toEntry(placed: PlacedFragment): EvidenceEntry {
  const { recognised, valid, createdAt, generator } = placed.fragment;
  return {
    id: placed.id,
    kind: recognised.kind,
    stream: placed.stream,
    digest: placed.digest,
    fileName: placed.fileName,
    format: recognised.format,
    formatVersion: recognised.version,
    predicateType: recognised.predicateType,
    recognised: recognised.state,
    valid: valid.state,
    defectCount: valid.defectCount,
    defects: valid.defects
      .slice(0, SHOWN_DEFECTS)
      .map(({ code, message, pointer, line }) => ({
        code,
        message,
        pointer,
        line,
      })),
    signature: placed.signature.state,
    signedBy: placed.signature.by,
    bound: placed.bound.state,
    authority: placed.bound.authority,
    trust: placed.trust.state,
    trustLine: placed.trust.line,
    revoked: placed.trust.revoked,
    signedAt: earliestSeconds(placed.signature.times),
    ...(placed.integrity && { integrity: placed.integrity }),
    receivedAt: seconds(placed.receivedAt),
    createdAt: claimedSeconds(createdAt),
    receivedFrom: placed.receivedFrom,
    generator: generator && {
      name: generator.name,
      version: generator.version,
    },
  };
}

function toOutput(
  output: Output & { level?: number },
): FactDocument['outputs'][number] {
  const { name, digest, authority, level } = output;
  return { name, ...fullDigests(digest), authority, level };
}

function assembleSboms(
  placed: PlacedFragment[],
): Pick<FactDocument, 'sboms' | 'components' | 'licences'> {
  const sboms: SbomFacts[] = [];
  const licences: LicenceFacts[] = [];
  const known = new Map<string, number>();
  const components: ComponentColumns = {
    name: [],
    version: [],
    purl: [],
    licence: [],
    direct: [],
    sbom: [],
    pointer: [],
  };
  const intern = (expression: string) => {
    let position = known.get(expression);
    if (position === undefined) {
      position = licences.push(readLicence(expression)) - 1;
      known.set(expression, position);
    }
    return position;
  };
  placed.forEach(({ fragment }, index) => {
    if (!fragment.sbom) {
      return;
    }
    const sbom = sboms.push({ ...fragment.sbom, evidence: index }) - 1;
    const columns = fragment.components;
    if (!columns) {
      return;
    }
    const positions = fragment.licences.map(intern);
    for (let row = 0; row < columns.name.length; row++) {
      components.name.push(columns.name[row]);
      components.version.push(columns.version[row]);
      components.purl.push(columns.purl[row]);
      components.licence.push(positions[columns.licence[row]] ?? -1);
      components.direct.push(columns.direct[row]);
      components.sbom.push(sbom);
      components.pointer.push(columns.pointer[row]);
    }
  });
  return { sboms, components, licences };
}

function toFindings(placed: PlacedFragment, evidence: number): PlacedFinding[] {
  const { fragment } = placed;
  return fragment.findings.map(finding => ({
    evidence,
    tool: fragment.scan?.tool ?? fragment.generator?.name ?? 'unknown',
    receivedAt: seconds(placed.receivedAt),
    finding,
  }));
}

function each<K extends 'provenance' | 'checksums' | 'scan', T>(
  placed: PlacedFragment[],
  part: K,
  map: (facts: NonNullable<PlacedFragment['fragment'][K]>, index: number) => T,
): T[] {
  return placed.flatMap(({ fragment }, index) => {
    const facts = fragment[part];
    return facts ? [map(facts, index)] : [];
  });
}

function byPlace(a: PlacedFragment, b: PlacedFragment): number {
  const key = ({ fragment, stream, digest, id }: PlacedFragment) =>
    [fragment.recognised.kind, stream, digest, id].join('\n');
  const [left, right] = [key(a), key(b)];
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

// Rounded up: a signature is never told as older than it is.
function earliestSeconds(times: string[] = []): number | undefined {
  const earliest = earliestTime(times);
  return earliest === undefined ? undefined : Math.ceil(earliest / 1000);
}

// A claim that is no date is left out: rules must not compare with NaN.
function claimedSeconds(text: string | undefined): number | undefined {
  const time = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
}
