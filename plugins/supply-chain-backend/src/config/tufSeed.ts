/**
 * The trusted root that Sigstore's own package carries for a TUF repository; the
 * public-good instance's is the only one. Nothing is fetched.
 */
export function tufSeed(mirror: string): Record<string, unknown> | undefined {
  // Its whole interface is the file; loaded only for who names the repository
  const seeds: Record<
    string,
    { targets: Record<string, string> }
  > = require('@sigstore/tuf/seeds.json');
  const target = Object.hasOwn(seeds, mirror)
    ? seeds[mirror].targets['trusted_root.json']
    : undefined;
  return target === undefined
    ? undefined
    : JSON.parse(Buffer.from(target, 'base64').toString('utf8'));
}
