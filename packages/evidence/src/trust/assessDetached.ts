import { fullDigests } from '../facts/matchOutputs';
import { sha256Hex } from '../facts/canonicalJson';
import { EvidenceError } from '../model/EvidenceError';
import { SignedArtifact } from '../verify/types';
import { readCertificate, readSignature } from '../verify/signatureFile';
import { OpenedDetached, verifyOpenedDetached } from '../verify/verifyDetached';
import { armourOf } from '../formats/signature';
import { assessDocument, unchecked } from './assessDocument';
import { LoadedTrustPolicy } from './readTrustPolicy';
import { SignedAssessment } from './SignedAssessment';

/** What lies beside a file that was signed. @public */
export interface DetachedSignature {
  /** As the signing tool wrote it: base64, or the bytes themselves. */
  signature: Uint8Array;
  /**
   * The signer's certificate in PEM, or base64 of that; absent where a key signed.
   * Others behind it are not looked at, since authorities are the policy's to name.
   */
  certificate?: Uint8Array;
}

/**
 * What cryptography and a trust policy tell of a signature beside its file. The file
 * itself is only needed for keys that do not sign its SHA-256; without it they are
 * `unchecked`. With a certificate it never holds, since nothing tells when it was signed:
 * it is `failed` where the file shows that this certificate's key did not sign it, with
 * any digest or padding that is supported, else `unchecked`.
 *
 * @throws EvidenceError for a signature or certificate that cannot be read, or where
 * neither the file nor its SHA-256 is given
 * @public
 */
export function assessDetached(
  { signature, certificate }: DetachedSignature,
  { bytes, digest }: SignedArtifact,
  policy: LoadedTrustPolicy,
): SignedAssessment {
  const sha256 = bytes ? sha256Hex(bytes) : fullDigests(digest).sha256;
  if (!sha256) {
    throw new EvidenceError('unreadable', 'It is not said what was signed.', {
      remedy: 'Give the file or its SHA-256.',
    });
  }
  const armour = armourOf(signature);
  if (armour) {
    return unchecked(
      policy,
      `It is ${armour}, and such signatures are not looked at.`,
    );
  }
  const opened: OpenedDetached = {
    signature: readSignature(signature),
    certificate: certificate && readCertificate(certificate),
    artifact: { bytes, digest: { sha256 } },
  };
  return assessDocument(
    {
      certificate: opened.certificate,
      hints: [],
      sha256,
      verify: (options, list) =>
        list.run(() => verifyOpenedDetached(opened, options, list)),
    },
    policy,
  );
}
