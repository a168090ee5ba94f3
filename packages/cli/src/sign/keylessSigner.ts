import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { explainSigstore } from './explainSigstore';
import { IdentityToken } from './findIdentityToken';
import { FETCHING } from './fetching';
import { Signer } from './Signer';
import { sigstoreSign } from './sigstoreSign';

/**
 * Signs with a key that lives as long as this command. One certificate is for all
 * signatures, so that the authority's public log names the job once.
 */
export function keylessSigner(
  fulcio: string,
  { token, issuer }: IdentityToken,
): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const signatureOf = (data: Uint8Array) => sign('sha256', data, privateKey);
  let certificate: Promise<string> | undefined;
  let identity = '';

  async function askForCertificate(): Promise<string> {
    const { FulcioSigner } = sigstoreSign();
    const authority = new FulcioSigner({
      fulcioBaseURL: fulcio,
      identityProvider: { getToken: async () => token },
      keyHolder: {
        sign: async data => ({
          signature: signatureOf(data),
          key: { $case: 'publicKey', publicKey: pem },
        }),
      },
      ...FETCHING,
    });
    try {
      const { key } = await authority.sign(Buffer.alloc(0));
      if (key.$case !== 'x509Certificate') throw new Error('no certificate');
      const read = new X509Certificate(key.certificate);
      if (!read.checkPrivateKey(privateKey)) throw new Error('another key');
      identity = identityOf(read);
      // In the one form that logs keep and other verifiers compare
      return read.toString();
    } catch (error) {
      throw explainSigstore(error, { role: 'fulcio', url: fulcio, issuer });
    }
  }

  return {
    sign: async ({ data }) => {
      certificate ??= askForCertificate();
      const verifier = await certificate;
      const rawBytes = new X509Certificate(verifier).raw.toString('base64');
      return {
        signature: signatureOf(data),
        material: { certificate: { rawBytes } },
        verifier,
      };
    },
    name: () => `as ${identity}`,
    details: () => ({ identity, issuer }),
  };
}

/** The subject alternative name: an address of a workflow or of a person. */
function identityOf({ subjectAltName = '' }: X509Certificate): string {
  return subjectAltName.replace(/^(URI|email|othername):/, '');
}
