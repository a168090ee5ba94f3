import { Config } from '@backstage/config';

/** What TechDocs' own configuration says about the mirror. */
export interface MirrorSettings {
  /** Every host has a folder of its own. */
  isLocalPublisher: boolean;
  /** TechDocs builds documentation when it is read. */
  buildsLocally: boolean;
  /** TechDocs keeps copies of what it read. */
  hasCache: boolean;
  /** Paths of sites are spelled as the entity is. */
  keepsCase: boolean;
  /** Path of the portal's pages, without a slash at the end. */
  portalPath: string;
}

export function readMirrorConfig(config: Config): MirrorSettings {
  const type = config.getOptionalString('techdocs.publisher.type') ?? 'local';
  const builder = config.getOptionalString('techdocs.builder') ?? 'local';
  const { pathname } = new URL(config.getString('app.baseUrl'));
  return {
    isLocalPublisher: type === 'local',
    buildsLocally: builder === 'local',
    hasCache: config.has('techdocs.cache.ttl'),
    keepsCase:
      config.getOptionalBoolean(
        'techdocs.legacyUseCaseSensitiveTripletPaths',
      ) ?? false,
    portalPath: pathname.replace(/\/+$/, ''),
  };
}
