/*
 * The outputs of a release. Trusted provenance attests its subjects, and the first
 * such statement seals them: what a later one names besides is a conflict, never
 * merged. The digest of an evidence document is never an output, whoever names it; but
 * what we saw ship is one, or it would stop being one by being sent as evidence.
 */
import { fullDigests } from '../facts/matchOutputs';
import { isProvenance } from '../formats/intoto';
import { DigestSet, Output } from '../model/Digest';
import { DigestIndex } from './DigestIndex';
import { RelateOptions, ReleaseTrust } from './ReleaseTrust';
import { earliestTime } from './trustedTimes';
import { compareText, subjectsOf, Voice } from './voices';

/** Where the outputs of a release come from, and what is none. */
export interface ReleaseOutputs {
  /** The same digest once, with its strongest authority. */
  outputs: Output[];
  sealedBy?: Voice;
  conflicts: ReleaseTrust['sealConflicts'];
  notOutputs: ReleaseTrust['notOutputs'];
}

/** @internal */
export function releaseOutputs(
  options: RelateOptions,
  voices: Voice[],
): ReleaseOutputs {
  const documents = documentsOf(voices);
  const notOutputs: ReleaseTrust['notOutputs'] = [];
  const keep = (output: Output) => {
    const document = documents.get(fullDigests(output.digest).sha256 ?? '');
    if (!document) return true;
    const digest = digestText(output.digest);
    notOutputs.push({ name: output.name, digest, evidence: document });
    return false;
  };
  const sets = voices
    .filter(attests)
    .sort(byArrival)
    .map(voice => ({ voice, outputs: attestedBy(voice).filter(keep) }))
    .filter(({ outputs }) => outputs.length > 0);
  const [sealed, ...others] = sets;
  const index = new DigestIndex(sealed?.outputs);
  const conflicts = others
    .filter(({ voice }) => voice.evidence.current)
    .flatMap(({ voice, outputs }) =>
      outputs
        .filter(({ digest }) => index.same(digest).length === 0)
        .map(({ name, digest }) => ({
          evidence: voice.evidence.id,
          name,
          digest: digestText(digest),
        })),
    );
  // Those that know both digests first: they tell that two others are the same one.
  // Attested ones are what the evidence of now attests, never what once was kept.
  const given = (authority: Output['authority']) =>
    options.outputs
      .filter(output => output.authority === authority)
      .sort(
        (a, b) =>
          Object.keys(fullDigests(b.digest)).length -
            Object.keys(fullDigests(a.digest)).length ||
          compareText(keyOf(a), keyOf(b)),
      );
  return {
    outputs: unite([
      ...(sealed?.outputs ?? []),
      ...given('observed'),
      ...given('declared').filter(keep),
    ]),
    sealedBy: sealed?.voice,
    conflicts: distinct(conflicts),
    notOutputs: distinct(notOutputs),
  };
}

/** Whether a piece of evidence is provenance that somebody trusted vouches for. */
export function attests({ line, said, evidence }: Voice): boolean {
  return (
    line !== undefined &&
    evidence.fragment.recognised.state === 'recognised' &&
    said.some(({ predicateType }) => isProvenance(predicateType))
  );
}

/** `sha256:<hex>`, else `sha512:<hex>`; empty where neither is whole. */
export function digestText(digest: Partial<DigestSet>): string {
  const { sha256, sha512 } = fullDigests(digest);
  if (sha256) return `sha256:${sha256}`;
  return sha512 ? `sha512:${sha512}` : '';
}

/** Of a statement's subject: `name`, else `uri`. */
function attestedBy({ said }: Voice): Output[] {
  const provenance = said.filter(one => isProvenance(one.predicateType));
  return subjectsOf(provenance)
    .map(({ name, uri, digest }) => ({
      name: name ?? uri ?? '',
      digest: { ...fullDigests(digest) },
      authority: 'attested' as const,
    }))
    .filter(({ digest }) => digestText(digest) !== '');
}

/**
 * Digests of the documents of this release, to their ids. Bytes that nothing is known
 * of are no document: else an output would stop being one by being sent as evidence.
 */
export function documentsOf(voices: Voice[]): Map<string, string> {
  return new Map(
    voices
      .filter(
        ({ evidence }) => evidence.fragment.recognised.state === 'recognised',
      )
      .map(({ evidence }) => [
        evidence.digest.replace('sha256:', ''),
        evidence.id,
      ]),
  );
}

// When it arrived, not when it was signed: what was sealed does not change because
// an older statement is sent later.
function byArrival(a: Voice, b: Voice): number {
  const signedAt = (voice: Voice) =>
    earliestTime(voice.signature.times ?? []) ?? Number.MAX_SAFE_INTEGER;
  return (
    a.evidence.receivedAt.getTime() - b.evidence.receivedAt.getTime() ||
    signedAt(a) - signedAt(b) ||
    compareText(a.evidence.digest, b.evidence.digest) ||
    compareText(a.evidence.id, b.evidence.id)
  );
}

/*
 * Strongest first. A weaker authority adds no digest to an output that a stronger one
 * named, or a claim would be believed as the other's word; what we hashed ourselves
 * may, since both digests are of the same bytes.
 */
function unite(outputs: Output[]): Output[] {
  const united: Output[] = [];
  const index = new DigestIndex<Output>();
  for (const output of outputs) {
    const [known] = index.same(output.digest);
    if (!known) {
      const own = { ...output, digest: { ...output.digest } };
      united.push(own);
      index.add(own);
    } else if (output.authority === 'observed') {
      known.digest = { ...output.digest, ...known.digest };
      index.add(known);
    }
  }
  return united;
}

function keyOf({ name, digest }: Output): string {
  const { sha256 = '', sha512 = '' } = fullDigests(digest);
  return [name, sha256, sha512].join('\n');
}

type Named = { evidence: string; name: string; digest: string };

function distinct(items: Named[]): Named[] {
  const keyed = new Map(
    items.map(item => [
      [item.evidence, item.name, item.digest].join('\n'),
      item,
    ]),
  );
  return [...keyed.keys()].sort(compareText).map(key => keyed.get(key)!);
}
