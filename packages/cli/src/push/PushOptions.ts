import { PlacementOptions } from '../placement';
import { PortalOptions } from '../portal/connect';

/** The flags of `push`. */
export interface PushOptions extends PlacementOptions, PortalOptions {
  all?: boolean;
  evidence?: string[];
  exclude?: string[];
  contentEncoding?: 'gzip' | 'zstd';
  wait: number;
  dryRun?: boolean;
  json?: boolean;
  quiet?: boolean;
}
