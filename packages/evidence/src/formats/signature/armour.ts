/** How signatures begin that are neither base64 nor bytes alone. */
const ARMOURS: [beginning: string, called: string][] = [
  ['-----BEGIN PGP SIGNATURE-----', 'an OpenPGP signature'],
  ['-----BEGIN SSH SIGNATURE-----', 'an SSH signature'],
  ['-----BEGIN PKCS7-----', 'a PKCS #7 signature'],
  ['-----BEGIN CMS-----', 'a CMS signature'],
  ['untrusted comment:', 'a minisign signature'],
];

/** What a signature is called that is of another system, and is not looked at. */
export function armourOf(signature: Uint8Array): string | undefined {
  const text = Buffer.from(signature.subarray(0, 64)).toString('latin1');
  return ARMOURS.find(([beginning]) =>
    text.trimStart().startsWith(beginning),
  )?.[1];
}
