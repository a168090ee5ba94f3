import { idempotencyKey, placementOfFile } from '../placement';
import { bytesText } from '../portal/countBytes';
import { Terminal } from '../terminal/Terminal';
import { Plan } from './Plan';

/** What would be sent, for `--dry-run`. */
export function printPlan(
  { entries, notes }: Plan,
  options: { json?: boolean; all?: boolean; contentEncoding?: string },
  terminal: Terminal,
): void {
  const { contentEncoding } = options;
  const would = entries.map(({ placement, files, from }) => ({
    placement,
    from,
    files: files.map(file => ({
      file: file.given,
      digest: file.digest,
      size: file.size,
      signs: file.signs?.given,
      idempotencyKey: idempotencyKey(
        contentEncoding ? `${file.digest}+${contentEncoding}` : file.digest,
        placementOfFile(placement, file),
      ),
    })),
  }));
  if (options.json) {
    terminal.json(
      options.all
        ? { dryRun: true, entities: would, notes }
        : {
            dryRun: true,
            ...would[0],
            ...(notes.length > 0 && { notes }),
          },
    );
    return;
  }
  for (const { placement, files, from } of would) {
    terminal.line(
      `${placement.entityRef} ${placement.release} (${placement.channel})${
        from ? `, from ${from}` : ''
      }`,
      'bold',
    );
    for (const output of placement.outputs ?? []) {
      terminal.line(`    declares ${output}`);
    }
    for (const file of files) {
      terminal.line(
        `    ${file.file}: ${bytesText(file.size)}, ${file.digest}${
          file.signs ? `, signs ${file.signs}` : ''
        }`,
      );
    }
  }
  for (const note of notes) terminal.line(`– ${note}`, 'dim');
  terminal.line('Nothing was sent.');
}
