import { Evidence } from '@hotpass/backstage-plugin-supply-chain-common';
import { code, table, time } from '../elements';
import { Html, html } from '../html';
import { evidencePath, linkFrom } from '../paths';
import { kindName, signatureWords, standing } from '../words';

/** Documents of a release, each with the page of its digest. */
export function evidenceTable(evidence: Evidence[], from: string): Html {
  return table({
    head: ['Kind', 'Digest', 'Format', 'Signature', 'Received', 'State'],
    rows: evidence.map(piece => [
      kindName(piece.kind),
      html`<a href="${linkFrom(from, evidencePath(piece.digest))}"
        >${code(piece.digest)}</a
      >`,
      [piece.facts.recognised.format, piece.facts.recognised.version]
        .filter(Boolean)
        .join(' '),
      signatureWords(piece),
      time(piece.receivedAt),
      standing(piece),
    ]),
    empty: 'No document was sent for this release.',
  });
}
