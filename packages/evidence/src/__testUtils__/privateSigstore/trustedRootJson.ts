import {
  HashAlgorithm,
  PublicKeyDetails,
  TrustedRoot,
} from '@sigstore/protobuf-specs';

/** What a private Sigstore is trusted by. */
export interface RootMaterial {
  url: string;
  since: Date;
  authority: Uint8Array[];
  timestamps: Uint8Array[];
  certificateLog: { publicKey: Buffer; logId: Buffer };
  logs: { publicKey: Buffer; logId: Buffer; ed25519?: boolean }[];
}

/** Its `trusted_root.json`. */
export function trustedRootJson(material: RootMaterial): any {
  const { url, since } = material;
  const authority = (certificates: Uint8Array[]) => ({
    subject: { commonName: 'private', organization: 'private' },
    uri: url,
    operator: 'private',
    certChain: {
      certificates: certificates.map(one => ({ rawBytes: Buffer.from(one) })),
    },
    validFor: { start: since, end: undefined },
  });
  const log = (one: RootMaterial['logs'][number]) => ({
    baseUrl: url,
    hashAlgorithm: HashAlgorithm.SHA2_256,
    operator: 'private',
    logId: { keyId: one.logId },
    checkpointKeyId: undefined,
    publicKey: {
      rawBytes: one.publicKey,
      keyDetails: one.ed25519
        ? PublicKeyDetails.PKIX_ED25519
        : PublicKeyDetails.PKIX_ECDSA_P256_SHA_256,
      validFor: { start: since, end: undefined },
    },
  });
  return TrustedRoot.toJSON({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    certificateAuthorities: [authority(material.authority)],
    timestampAuthorities: [authority(material.timestamps)],
    ctlogs: [log(material.certificateLog)],
    tlogs: material.logs.map(log),
  });
}
