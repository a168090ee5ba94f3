import {
  Evidence,
  MirrorTombstone,
  Release,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { code, facts, table, time } from '../elements';
import { exact, html, Html } from '../html';
import { evidencePath, linkFrom, PAGES, releasePath } from '../paths';
import { portalLink } from '../portalLink';
import { Page, SiteContext } from '../types';
import { kindName, signatureWords, standing } from '../words';
import { holds, keptUntil } from './retention';

interface Placed {
  release: Release;
  piece: Evidence;
}

/** Each digest at an address of its own; what was deleted keeps it, and says when. */
export function evidencePages(context: SiteContext): Page[] {
  const { releases, tombstones } = context.facts;
  const placed = new Map<string, Placed[]>();
  for (const { release, evidence } of releases) {
    for (const piece of evidence) {
      const others = placed.get(piece.digest);
      if (others) others.push({ release, piece });
      else placed.set(piece.digest, [{ release, piece }]);
    }
  }
  const deleted = tombstones.filter(({ digest }) => !placed.has(digest));
  return [
    ...[...placed].map(([digest, places]) =>
      evidencePage(context, digest, places),
    ),
    ...deleted.map(tombstonePage),
  ];
}

function evidencePage(
  context: SiteContext,
  digest: string,
  places: Placed[],
): Page {
  const path = evidencePath(digest);
  const [{ piece }] = places;
  return {
    path,
    title: `${kindName(piece.kind)} ${short(digest)}`,
    search: digest,
    body: html`${facts([
      ['Digest', code(digest)],
      ['Size', `${piece.size.toLocaleString('en-GB')} bytes`],
      [
        'Format',
        [piece.facts.recognised.format, piece.facts.recognised.version]
          .filter(Boolean)
          .join(' '),
      ],
      ['Schema', validity(piece)],
      [
        'Made by',
        piece.generator &&
          exact(
            [piece.generator.name, piece.generator.version]
              .filter(Boolean)
              .join(' '),
          ),
      ],
      ['Made, as it claims', time(piece.createdAt)],
    ])}
    ${places.map(place => placement(context, place, path))}`,
  };
}

function placement(
  context: SiteContext,
  { release, piece }: Placed,
  path: string,
): Html {
  const { promises, receipts } = context.facts;
  const promise = promises.find(one => one.evidenceId === piece.id);
  const { bound, trust } = piece.facts;
  return html`<h2>
      At release
      <a href="${linkFrom(path, releasePath(release.id))}"
        >${exact(release.version)}</a
      >
    </h2>
    ${facts([
      ['State', standing(piece)],
      [
        'Withdrawn',
        piece.withdrawn &&
          html`${time(piece.withdrawn.at)} by ${piece.withdrawn.by}:
          ${piece.withdrawn.reason}`,
      ],
      ['Stream', exact(piece.stream)],
      ['Signature', signatureWords(piece)],
      ['Signature of', signedFile(piece, path)],
      ['Signed beside it by', signaturesOf(context, release, piece, path)],
      [
        'Bound to',
        bound.state === 'bound'
          ? html`${bound.outputs.map(output => html`${code(output)} `)}`
          : bound.reason || 'no build product',
      ],
      [
        'Trust',
        trust.state === 'trusted'
          ? trust.line ?? 'trusted'
          : trust.reason ?? 'none',
      ],
      ['Kept until', keptUntil(piece, promise)],
      ['Rule', promise?.rule],
      ['Holds', holds(promise)],
    ])}
    <p>
      <a
        href="${portalLink(context, {
          release: release.id,
          section: 'evidence',
        })}"
        >Download it from the portal</a
      >
    </p>
    <h2>Arrivals</h2>
    ${table({
      head: ['Received', 'From', 'Pipeline', 'File'],
      rows: receipts
        .filter(receipt => receipt.evidenceId === piece.id)
        .map(receipt => [
          time(receipt.at),
          html`${receipt.from.type} ${receipt.from.ref}`,
          receipt.source,
          exact(receipt.fileName),
        ]),
      empty: 'No arrival is recorded.',
    })}`;
}

function tombstonePage(stone: MirrorTombstone): Page {
  const path = evidencePath(stone.digest);
  return {
    path,
    title: `Deleted: ${stone.kind ? kindName(stone.kind) : 'evidence'} ${short(
      stone.digest,
    )}`,
    search: stone.digest,
    body: html`<div class="sc-verdict">
        <strong>Deleted ${time(stone.deletedAt)}</strong>
        <p>The document was here and is no longer kept.</p>
      </div>
      ${facts([
        ['Digest', code(stone.digest)],
        ['Release', exact(stone.release)],
        ['Rule', stone.rule],
      ])}
      <p>
        <a href="${linkFrom(path, PAGES.retention)}">Retention and holds</a>
      </p>`,
  };
}

function validity({ facts: { valid } }: Evidence): string {
  if (valid.state === 'not-checked') return 'not checked';
  if (valid.state === 'valid') return 'valid';
  return `not valid: ${valid.defectCount} ${
    valid.defectCount === 1 ? 'defect' : 'defects'
  }`;
}

function short(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, 12);
}

/** Of a detached signature: the file that it is over. */
function signedFile({ signs }: Evidence, path: string): Html | undefined {
  if (!signs) return undefined;
  return signs.evidenceId
    ? digestLink(signs.digest, path)
    : html`${code(signs.digest)}, which is no evidence of this release`;
}

/** Detached signatures over a file; each page says whether its own holds. */
function signaturesOf(
  { facts: { releases } }: SiteContext,
  release: Release,
  { id }: Evidence,
  path: string,
): Html | undefined {
  const { evidence } = releases.find(one => one.release.id === release.id)!;
  const over = evidence.filter(({ signs }) => signs?.evidenceId === id);
  if (over.length === 0) return undefined;
  return html`${over.map(
    piece =>
      html`${digestLink(piece.digest, path)} (${signatureWords(piece)}) `,
  )}`;
}

function digestLink(digest: string, path: string): Html {
  return html`<a href="${linkFrom(path, evidencePath(digest))}"
    >${code(digest)}</a
  >`;
}
