/** What Sigstore's own package carries for a TUF repository. */
export interface TufSeed {
  /** `root.json` that the repository is first trusted by. */
  initialRoot: string;
  trustedRoot: Record<string, unknown>;
}

/** The public-good instance's is the only one that is known. Nothing is fetched. */
export function tufSeed(mirror: string): TufSeed | undefined {
  // Its whole interface is the file; loaded only for who names the repository
  const seeds: Record<
    string,
    { 'root.json': string; targets: Record<string, string> }
  > = require('@sigstore/tuf/seeds.json');
  if (!Object.hasOwn(seeds, mirror)) return undefined;
  const { 'root.json': initialRoot, targets } = seeds[mirror];
  return {
    initialRoot: decode(initialRoot),
    trustedRoot: JSON.parse(decode(targets['trusted_root.json'])),
  };
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}
