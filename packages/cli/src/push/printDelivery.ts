import { placeText } from '../portal/explain';
import { Terminal } from '../terminal/Terminal';
import { Delivery } from './sendFile';

/** What the portal made of one file. */
export function printDelivery(terminal: Terminal, delivery: Delivery): void {
  const { file, receipt, error } = delivery;
  if (error) {
    terminal.error(`✖ ${file}: ${error}`);
    return;
  }
  const evidence = receipt?.evidence;
  const { recognised, valid } = evidence?.facts ?? {};
  const what = [
    delivery.signs ? `signature of ${delivery.signs}` : evidence?.kind,
    recognised && `${recognised.format} ${recognised.version ?? ''}`.trim(),
    evidence?.componentCount !== undefined &&
      `${evidence.componentCount} components`,
    evidence?.findingCount !== undefined && `${evidence.findingCount} findings`,
    receipt?.status === 'known' && 'already there',
  ].filter(Boolean);
  terminal.line(`✔ ${file}: ${what.join(', ') || 'delivered'}`);
  if (valid?.state !== 'invalid') return;
  for (const defect of valid.defects.slice(0, 3)) {
    terminal.line(`    ${defect.message}${placeText(defect)}`, 'yellow');
  }
  if (valid.defectCount > 3) {
    terminal.line(`    and ${valid.defectCount - 3} more defects`, 'yellow');
  }
}
