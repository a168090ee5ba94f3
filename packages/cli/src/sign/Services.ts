/** Addresses of a Sigstore instance; nothing here is known without being told. */
export interface Services {
  /** Certificate authority. */
  fulcio?: string;
  /** Logs, in each of which a signature is published. */
  logs: { url: string; version: 1 | 2 }[];
  /** Timestamp authorities, each of which stamps a signature. */
  timestamps: string[];
}

export const NO_SERVICES: Services = { logs: [], timestamps: [] };
