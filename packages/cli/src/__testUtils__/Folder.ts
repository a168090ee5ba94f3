import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own for a test. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'supply-chain-'));

  write(path: string, content: string | Uint8Array): string {
    const whole = join(this.path, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
    return whole;
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
