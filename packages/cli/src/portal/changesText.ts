import type { ChangeCounts } from '@hotpass/backstage-plugin-supply-chain-common';

function findings(n: number, word: string): string {
  return `${n} ${word} finding${n === 1 ? '' : 's'}`;
}

/** What differs from the release that it is compared with, in one line. */
export function changesText(changes: ChangeCounts): string {
  const { base, added, removed, updated, newFindings, goneFindings } = changes;
  const moved = added + removed + updated > 0;
  const parts = [
    moved && `+${added} −${removed} ↑${updated} components`,
    newFindings > 0 && findings(newFindings, 'new'),
    goneFindings > 0 && findings(goneFindings, 'gone'),
  ].filter(Boolean);
  const what = parts.length > 0 ? parts.join(', ') : 'the same components';
  return `Against ${base.version}: ${what}`;
}
