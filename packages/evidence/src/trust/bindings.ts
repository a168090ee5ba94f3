/*
 * What each piece of evidence speaks about. `bound` takes a full digest that equals an
 * output's, and somebody trusted who says so, in a statement or a signed list of
 * checksums; an SBOM may also be named by trusted
 * provenance, or name the output as its root. Everything else is only where it was sent.
 */
import { fullDigests } from '../facts/matchOutputs';
import { DigestAuthority, DigestSet, Output } from '../model/Digest';
import { BoundFact } from '../model/EvidenceFacts';
import { DigestIndex } from './DigestIndex';
import { attests, digestText, documentsOf } from './releaseOutputs';
import { Said, subjectsOf, Voice } from './voices';

/** Weakest first. */
const AUTHORITIES: DigestAuthority[] = ['declared', 'observed', 'attested'];

/** What statements are compared with. */
interface Known {
  outputs: Output[];
  index: DigestIndex<Output>;
  /** Digests of evidence documents, to their ids. */
  documents: ReadonlyMap<string, string>;
}

/** @internal */
export function bindingsOf(
  voices: Voice[],
  outputs: Output[],
  /** Evidence whose trusted statements name other outputs than those sealed. */
  conflicting: ReadonlySet<string>,
): Map<string, BoundFact> {
  const known: Known = {
    outputs,
    index: new DigestIndex(outputs),
    documents: documentsOf(voices),
  };
  const witnesses = new DigestIndex(
    voices
      .filter(
        voice =>
          attests(voice) &&
          voice.evidence.current &&
          !conflicting.has(voice.evidence.id),
      )
      .flatMap(witness =>
        [
          ...subjectsOf(witness.said),
          ...(witness.evidence.fragment.provenance?.byproducts ?? []),
        ].map(({ digest }) => ({ digest, witness })),
      ),
  );
  const bindingOf = (voice: Voice): BoundFact => {
    const spoken = spokenBinding(voice, known);
    if (spoken.state !== 'placed') return spoken;
    const { digest, id } = voice.evidence;
    const naming = witnesses
      .same({ sha256: digest.replace('sha256:', '') })
      .map(({ witness }) => witness)
      .filter(({ evidence }) => evidence.id !== id);
    return (
      boundByProvenance(naming, known) ?? boundByRoot(voice, known) ?? spoken
    );
  };
  return new Map(voices.map(voice => [voice.evidence.id, bindingOf(voice)]));
}

function spokenBinding(voice: Voice, known: Known): BoundFact {
  const file = voice.file ?? signedBy(voice);
  if (file !== undefined) return bindFile(voice, file, known);
  return voice.said.length > 0
    ? bindSaid(voice, voice.said, known)
    : bindList(voice, known);
}

/** A detached signature: about the file that was signed, or is said to have been. */
function bindFile(voice: Voice, sha256: string, known: Known): BoundFact {
  const subjects = [{ digest: { sha256 } }];
  const signed = known.documents.get(sha256);
  if (signed !== undefined) {
    return placed(`It signs evidence of this release (${signed}).`);
  }
  if (known.index.sharing({ sha256 }).length > 0) {
    const said: Said = { type: 'statement', predicateType: 'file', subjects };
    return bindSaid(voice, [said], known);
  }
  return {
    state: 'neither',
    outputs: [],
    reason: `It signs sha256:${sha256}, which is neither evidence nor an output of this release.`,
  };
}

function signedBy({ evidence }: Voice): string | undefined {
  return evidence.signs?.replace('sha256:', '');
}

function bindSaid(voice: Voice, said: Said[], known: Known): BoundFact {
  const full = subjectsOf(said)
    .map(({ digest }) => digest)
    .filter(digest => digestText(digest) !== '');
  if (full.length === 0) {
    return placed('It names no full sha256 or sha512 digest.');
  }
  const about = full.filter(digest => documentOf(digest, known) === undefined);
  if (about.length === 0) {
    const id = documentOf(full[0], known);
    return placed(`It speaks about evidence of this release (${id}).`);
  }
  if (known.outputs.length === 0) {
    return placed('No output of this release is known to compare it with.');
  }
  if (!said.every(({ subjects }) => matching(subjects, known).length > 0)) {
    return { state: 'neither', outputs: [], reason: whyNeither(about, known) };
  }
  const fits = matching(subjectsOf(said), known);
  const names = namesOf(fits);
  return voice.line
    ? bound(fits, `It names ${names} by its full digest.`)
    : placed(`It names ${names}, and nobody trusted vouches for it.`);
}

function whyNeither(about: Partial<DigestSet>[], known: Known): string {
  if (about.some(digest => known.index.sharing(digest).length > 0)) {
    return 'One of its digests is an output of this release, and another one of the same subject is not.';
  }
  const algorithms = new Set(
    known.outputs.flatMap(({ digest }) => Object.keys(fullDigests(digest))),
  );
  const isComparable = about.some(digest =>
    Object.keys(fullDigests(digest)).some(name => algorithms.has(name)),
  );
  return isComparable
    ? 'Its digests fit no known output of this release: it is about something else.'
    : 'Its digests are of another algorithm than those that are known of the outputs of this release, so they cannot be compared.';
}

/**
 * A list of checksums speaks about files by their digests as a statement does. It binds
 * itself only: what it lists gets no authority by it, whoever signed it.
 */
function bindList(voice: Voice, known: Known): BoundFact {
  const list = voice.evidence.fragment.checksums;
  if (!list) return placed('Only where it was sent says what it is about.');
  const subjects = subjectsIn(list.entries);
  const said: Said = { type: 'statement', predicateType: 'file', subjects };
  const spoken = bindSaid(voice, [said], known);
  // An unsigned list of other files is nobody's word about anything
  return voice.line || spoken.state !== 'neither'
    ? spoken
    : placed('It lists no known output of this release by its full digest.');
}

/** All digests of a name are one subject's; where two differ, each is one of its own. */
function subjectsIn(
  entries: { name: string; algorithm: string; digest: string }[],
): { name: string; digest: DigestSet }[] {
  const subjects: { name: string; digest: DigestSet }[] = [];
  const byName = new Map<string, DigestSet>();
  for (const { name, algorithm, digest } of entries) {
    const known = byName.get(name);
    if (known && (known[algorithm] ?? digest) === digest) {
      known[algorithm] = digest;
      continue;
    }
    const own: DigestSet = { [algorithm]: digest };
    if (name !== '') byName.set(name, own);
    subjects.push({ name, digest: own });
  }
  return subjects;
}

function boundByProvenance(
  naming: Voice[],
  known: Known,
): BoundFact | undefined {
  const fits = matching(
    naming.flatMap(({ said }) => subjectsOf(said)),
    known,
  );
  const ids = new Set(naming.map(({ evidence }) => evidence.id));
  return fits.length > 0
    ? bound(
        fits,
        `Trusted provenance (${[...ids].join(
          ', ',
        )}) names this very document beside its outputs.`,
      )
    : undefined;
}

function boundByRoot(voice: Voice, known: Known): BoundFact | undefined {
  const hashes = voice.evidence.fragment.header?.root?.hashes;
  const fits = hashes ? matching([{ digest: hashes }], known) : [];
  return fits.length > 0
    ? bound(fits, `The hash of its root component is that of ${fits[0].name}.`)
    : undefined;
}

/** In the order of the outputs, each once. */
function matching(subjects: { digest: DigestSet }[], known: Known): Output[] {
  const found = new Set(
    subjects
      .filter(({ digest }) => documentOf(digest, known) === undefined)
      .flatMap(({ digest }) => known.index.same(digest)),
  );
  return known.outputs.filter(output => found.has(output));
}

function documentOf(
  digest: Partial<DigestSet>,
  { documents }: Known,
): string | undefined {
  return documents.get(fullDigests(digest).sha256 ?? '');
}

// A sentence, not a list: provenance may name a thousand.
function namesOf(outputs: Output[]): string {
  const shown = outputs.slice(0, 3).map(({ name }) => name);
  const more = outputs.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

// What is bound to several outputs is as good as the weakest of them.
function bound(outputs: Output[], reason: string): BoundFact {
  return {
    state: 'bound',
    authority: AUTHORITIES.find(one =>
      outputs.some(({ authority }) => authority === one),
    ),
    outputs: outputs.map(({ digest }) => digestText(digest)),
    reason,
  };
}

function placed(reason: string): BoundFact {
  return { state: 'placed', outputs: [], reason };
}
