import {
  Evidence,
  MirrorPromise,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { code, table, time } from '../elements';
import { exact, html, Html } from '../html';
import { inParts } from '../inParts';
import { evidencePath, linkFrom, PAGES } from '../paths';
import { Page, SiteContext } from '../types';
import { kindName } from '../words';

/** Until when each document is kept, by which rule, and what was deleted. */
export function retentionPages({ facts }: SiteContext): Page[] {
  const { releases, tombstones } = facts;
  const promises = new Map(
    facts.promises.map(promise => [promise.evidenceId, promise]),
  );
  const rows = releases.flatMap(({ release, evidence }) =>
    evidence.map(piece => ({ release, piece })),
  );
  return inParts({
    path: PAGES.retention,
    title: 'Retention and holds',
    above: html`<h2>Deleted</h2>
      ${table({
        head: ['Digest', 'Kind', 'Release', 'Deleted', 'Rule'],
        rows: tombstones.map(stone => [
          html`<a
            href="${linkFrom(PAGES.retention, evidencePath(stone.digest))}"
            >${code(stone.digest)}</a
          >`,
          stone.kind && kindName(stone.kind),
          exact(stone.release),
          time(stone.deletedAt),
          stone.rule,
        ]),
        empty: 'Nothing has been deleted.',
      })}
      <h2>Kept</h2>
      <p class="sc-note">
        Live releases, and what is held, are kept beyond these dates.
      </p>`,
    rows,
    toTable: (shown, from) =>
      table({
        head: ['Release', 'Kind', 'Digest', 'Kept until', 'Rule', 'Holds'],
        rows: shown.map(({ release, piece }) => [
          exact(release.version),
          kindName(piece.kind),
          html`<a href="${linkFrom(from, evidencePath(piece.digest))}"
            >${code(piece.digest)}</a
          >`,
          keptUntil(piece, promises.get(piece.id)),
          promises.get(piece.id)?.rule,
          holds(promises.get(piece.id)),
        ]),
        empty: 'Nothing is kept.',
      }),
  });
}

/** The promised end; of a promise whose start has not come, what is known of it. */
export function keptUntil(piece: Evidence, promise?: MirrorPromise): Html {
  const until = time(promise?.until ?? piece.retainUntil);
  return promise?.open ? html`no end yet, at least until ${until}` : until!;
}

/** What keeps a document beyond its time. */
export function holds(promise: MirrorPromise | undefined): Html | string {
  if (!promise?.holds.length) return 'none';
  return html`${promise.holds.map(
    hold =>
      html`<div>
        ${hold.reason}${hold.reference
          ? html` (${exact(hold.reference)})`
          : undefined}${hold.since
          ? html`, since ${time(hold.since)}`
          : undefined}
      </div>`,
  )}`;
}
