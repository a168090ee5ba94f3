import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const program = resolve(
  __dirname,
  '../../../evidence/src/__testUtils__/privateSigstore/main.ts',
);

/** A private Sigstore in a process of its own, as a command meets one. */
export class RunningSigstore {
  private constructor(
    readonly url: string,
    readonly trustedRoot: object,
    readonly process: ChildProcess,
  ) {}

  static async start(): Promise<RunningSigstore> {
    const transform = require.resolve(
      '@backstage/cli/config/nodeTransform.cjs',
    );
    const child = spawn(process.execPath, ['--require', transform, program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface(child.stdout)) {
      const { url, trustedRoot } = JSON.parse(line);
      return new RunningSigstore(url, trustedRoot, child);
    }
    throw new Error('The private Sigstore did not start');
  }

  async stop(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill();
    await ended;
  }

  /** Its `signing_config.json`, with a log of this version. */
  signingConfig(version: 1 | 2): object {
    const service = (majorApiVersion: number, path = '') => [
      {
        url: `${this.url}${path}`,
        majorApiVersion,
        validFor: { start: '2020-01-01T00:00:00Z' },
        operator: 'private',
      },
    ];
    return {
      mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
      caUrls: service(1),
      oidcUrls: [],
      rekorTlogUrls: service(version),
      rekorTlogConfig: { selector: 'ANY' },
      tsaUrls: service(1, '/api/v1/timestamp'),
      tsaConfig: { selector: 'ANY' },
    };
  }
}
