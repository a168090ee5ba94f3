import { bundleToJSON } from '@sigstore/bundle';
import {
  DSSEBundleBuilder,
  FulcioSigner,
  MessageSignatureBundleBuilder,
  RekorWitness,
  Signer,
  TSAWitness,
  Witness,
} from '@sigstore/sign';
import { githubJob, JobClaims, jobToken } from './jobToken';
import { PrivateSigstore } from './startPrivateSigstore';

/** How a document is signed. */
export interface SignAsJobOptions {
  claims?: JobClaims;
  /** Default: `v1`. */
  log?: 'v1' | 'v2' | 'v2-older' | 'none';
  /** Default: only where the log tells no time. */
  timestamp?: boolean;
  /** Default: keyless. */
  signer?: Signer;
  /** Default: that of an in-toto statement; `file` signs the bytes themselves. */
  type?: string;
}

/** A Sigstore bundle over these bytes, as JSON. */
export async function signAsJob(
  sigstore: PrivateSigstore,
  data: Buffer,
  options: SignAsJobOptions = {},
): Promise<any> {
  const { log = 'v1', type = 'application/vnd.in-toto+json' } = options;
  const { timestamp = log !== 'v1' } = options;
  const signer =
    options.signer ??
    new FulcioSigner({
      fulcioBaseURL: sigstore.url,
      identityProvider: {
        getToken: async () => jobToken(options.claims ?? githubJob()),
      },
      retry: false,
    });
  const witnesses: Witness[] = [];
  if (log !== 'none') {
    witnesses.push(
      new RekorWitness({
        rekorBaseURL:
          log === 'v2-older' ? sigstore.olderRekorUrl : sigstore.url,
        majorApiVersion: log === 'v1' ? 1 : 2,
        retry: false,
      }),
    );
  }
  if (timestamp) {
    witnesses.push(new TSAWitness({ tsaBaseURL: sigstore.url, retry: false }));
  }
  const builder =
    type === 'file'
      ? new MessageSignatureBundleBuilder({ signer, witnesses })
      : new DSSEBundleBuilder({ signer, witnesses });
  return bundleToJSON(await builder.create({ data, type }));
}
