/*
 * What each piece of evidence speaks about. `bound` takes a full digest that equals an
 * output's, and somebody trusted who says so; an SBOM may also be named by trusted
 * provenance, or name the output as its root. Everything else is only where it was sent.
 */
import { compareDigests, fullDigests } from '../facts/matchOutputs';
import { DigestAuthority, DigestSet, Output } from '../model/Digest';
import { BoundFact } from '../model/EvidenceFacts';
import { attests, digestText, documentsOf } from './releaseOutputs';
import { Said, subjectsOf, Voice } from './voices';

/** Weakest first. */
const AUTHORITIES: DigestAuthority[] = ['declared', 'observed', 'attested'];

/** @internal */
export function bindingsOf(
  voices: Voice[],
  outputs: Output[],
  /** Evidence whose trusted statements name other outputs than those sealed. */
  conflicting: ReadonlySet<string>,
): Map<string, BoundFact> {
  const documents = documentsOf(voices);
  const witnesses = voices.filter(
    voice =>
      attests(voice) &&
      voice.evidence.current &&
      !conflicting.has(voice.evidence.id),
  );
  const bindingOf = (voice: Voice): BoundFact => {
    const spoken = spokenBinding(voice, outputs, documents);
    if (spoken.state !== 'placed') return spoken;
    return (
      boundByProvenance(voice, witnesses, outputs) ??
      boundByRoot(voice, outputs) ??
      spoken
    );
  };
  return new Map(voices.map(voice => [voice.evidence.id, bindingOf(voice)]));
}

function spokenBinding(
  voice: Voice,
  outputs: Output[],
  documents: ReadonlyMap<string, string>,
): BoundFact {
  if (voice.file !== undefined) {
    const subject = { digest: { sha256: voice.file } };
    return bindSaid(
      voice,
      [{ type: 'statement', predicateType: 'file', subjects: [subject] }],
      outputs,
      documents,
    );
  }
  return voice.said.length > 0
    ? bindSaid(voice, voice.said, outputs, documents)
    : placed('Only where it was sent says what it is about.');
}

function bindSaid(
  voice: Voice,
  said: Said[],
  outputs: Output[],
  documents: ReadonlyMap<string, string>,
): BoundFact {
  const full = subjectsOf(said)
    .map(({ digest }) => digest)
    .filter(digest => digestText(digest) !== '');
  if (full.length === 0) {
    return placed('It names no full sha256 or sha512 digest.');
  }
  const about = full.filter(
    digest => !documents.has(fullDigests(digest).sha256 ?? ''),
  );
  if (about.length === 0) {
    const id = documents.get(fullDigests(full[0]).sha256 ?? '');
    return placed(`It speaks about evidence of this release (${id}).`);
  }
  if (outputs.length === 0) {
    return placed('No output of this release is known to compare it with.');
  }
  const isAbout = ({ subjects }: Said) =>
    matching(subjects, outputs, documents).length > 0;
  const fits = matching(subjectsOf(said), outputs, documents);
  if (!said.every(isAbout)) {
    return {
      state: 'neither',
      outputs: [],
      reason: disagrees(about, outputs)
        ? 'One of its digests is an output of this release, and another one of the same subject is not.'
        : 'Its digests fit no known output of this release: it is about something else.',
    };
  }
  const names = fits.map(({ name }) => name).join(', ');
  return voice.line
    ? bound(fits, `It names ${names} by its full digest.`)
    : placed(`It names ${names}, and nobody trusted vouches for it.`);
}

function boundByProvenance(
  voice: Voice,
  witnesses: Voice[],
  outputs: Output[],
): BoundFact | undefined {
  const digest = { sha256: voice.evidence.digest.replace('sha256:', '') };
  const naming = witnesses.filter(
    ({ evidence, said }) =>
      evidence.id !== voice.evidence.id &&
      [
        ...subjectsOf(said),
        ...(evidence.fragment.provenance?.byproducts ?? []),
      ].some(named => compareDigests(named.digest, digest) === 'same'),
  );
  const fits = outputs.filter(output =>
    naming.some(({ said }) => subjectsOf(said).some(isOf(output))),
  );
  return fits.length > 0
    ? bound(
        fits,
        `Trusted provenance (${naming
          .map(({ evidence }) => evidence.id)
          .join(', ')}) names this very document beside its outputs.`,
      )
    : undefined;
}

function boundByRoot(voice: Voice, outputs: Output[]): BoundFact | undefined {
  const hashes = voice.evidence.fragment.header?.root?.hashes;
  const fits = hashes
    ? outputs.filter(output => isOf(output)({ digest: hashes }))
    : [];
  return fits.length > 0
    ? bound(fits, `The hash of its root component is that of ${fits[0].name}.`)
    : undefined;
}

function matching(
  subjects: { digest: DigestSet }[],
  outputs: Output[],
  documents: ReadonlyMap<string, string>,
): Output[] {
  const named = subjects.filter(
    ({ digest }) => !documents.has(fullDigests(digest).sha256 ?? ''),
  );
  return outputs.filter(output => named.some(isOf(output)));
}

function isOf(output: Output) {
  return ({ digest }: { digest: DigestSet }) =>
    compareDigests(digest, output.digest) === 'same';
}

function disagrees(about: DigestSet[], outputs: Output[]): boolean {
  return about.some(digest => {
    const own = fullDigests(digest);
    return outputs.some(output => {
      const known = fullDigests(output.digest);
      return (
        compareDigests(digest, output.digest) === 'different' &&
        ((own.sha256 !== undefined && own.sha256 === known.sha256) ||
          (own.sha512 !== undefined && own.sha512 === known.sha512))
      );
    });
  });
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
