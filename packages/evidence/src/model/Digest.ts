/**
 * Digests by algorithm, keys as in an in-toto DigestSet (`sha256`, `sha512`, …),
 * values in lower-case hexadecimal.
 *
 * Source: in-toto attestation framework, spec/v1/digest_set.md.
 *
 * @public
 */
export type DigestSet = { [algorithm: string]: string };

/** Where our knowledge of an output digest comes from, strongest first. Design section 4. @public */
export type DigestAuthority = 'attested' | 'observed' | 'declared';

/** A build product named by its full digest. @public */
export interface Output {
  /** File name, image name or purl, as the authority gives it. */
  name: string;
  /** At least one full digest. */
  digest: DigestSet;
  /** Who vouches for this digest. */
  authority: DigestAuthority;
}
