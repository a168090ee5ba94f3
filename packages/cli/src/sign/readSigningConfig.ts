import {
  Service,
  ServiceConfiguration,
  ServiceSelector,
  SigningConfig,
} from '@sigstore/protobuf-specs';
import { CliError } from '../CliError';
import { serviceUrl } from './serviceUrl';
import { Services } from './Services';

const MEDIA_TYPE = 'application/vnd.dev.sigstore.signingconfig.v0.2+json';
const MAX_VERSION = { caUrls: 1, rekorTlogUrls: 2, tsaUrls: 1 };

/**
 * Reads a Sigstore's `signing_config.json`, and chooses as it says.
 *
 * Source: sigstore/protobuf-specs, sigstore_trustroot.proto, SigningConfig v0.2.
 */
export function readSigningConfig(
  text: string,
  given: string,
  now: Date,
): Services {
  let config: SigningConfig;
  try {
    const json = JSON.parse(text);
    if (json?.mediaType !== MEDIA_TYPE) {
      throw new CliError(
        `${given} at /mediaType: this is no signing configuration of a known version. Give the signing_config.json (v0.2) of your Sigstore`,
      );
    }
    config = SigningConfig.fromJSON(json);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(
      `${given} is no signing configuration. Give the signing_config.json (v0.2) of your Sigstore as its operator made it`,
    );
  }
  const usable = (list: keyof typeof MAX_VERSION) =>
    newestFirst(config[list], MAX_VERSION[list], now).map(
      ({ url, ...rest }) => ({
        ...rest,
        url: serviceUrl(url, `${given} at /${list}`),
      }),
    );
  // A list whose services all have ended must not turn into "none was asked for"
  const chosen = (
    list: 'rekorTlogUrls' | 'tsaUrls',
    from: 'rekorTlogConfig' | 'tsaConfig',
  ) =>
    config[list].length === 0
      ? []
      : choose(usable(list), config[from], `${given} at /${from}`);
  const [ca] = usable('caUrls');
  if (!ca && config.caUrls.length > 0) {
    throw new CliError(
      `${given} at /caUrls: none is valid now. Get the newest signing_config.json of your Sigstore`,
    );
  }
  return {
    fulcio: ca?.url,
    logs: chosen('rekorTlogUrls', 'rekorTlogConfig').map(
      ({ url, majorApiVersion }) => ({
        url,
        version: majorApiVersion === 2 ? 2 : 1,
      }),
    ),
    timestamps: chosen('tsaUrls', 'tsaConfig').map(({ url }) => url),
  };
}

/** Of each operator the service of the newest version that is valid now. */
function newestFirst(services: Service[], max: number, now: Date): Service[] {
  const start = ({ validFor }: Service) => validFor?.start?.getTime() ?? 0;
  const valid = services
    .filter(({ majorApiVersion }) => majorApiVersion <= max)
    .filter(({ validFor }) => {
      const from = validFor?.start ?? now;
      const until = validFor?.end;
      return from <= now && (!until || now <= until);
    })
    .sort(
      (a, b) => b.majorApiVersion - a.majorApiVersion || start(b) - start(a),
    );
  return valid.filter(
    (one, at) =>
      !one.operator ||
      valid.findIndex(({ operator }) => operator === one.operator) === at,
  );
}

function choose<T>(
  services: T[],
  config: ServiceConfiguration | undefined,
  place: string,
): T[] {
  const many = {
    [ServiceSelector.ANY]: 1,
    [ServiceSelector.ALL]: Math.max(services.length, 1),
    [ServiceSelector.EXACT]: config?.count || undefined,
  }[config?.selector as number];
  if (many === undefined) {
    throw new CliError(
      `${place}/selector: it should be ANY, ALL, or EXACT with a count`,
    );
  }
  if (services.length < many) {
    throw new CliError(
      `${place}: it asks for ${many} and ${services.length} of them ${
        services.length === 1 ? 'is' : 'are'
      } valid now. Get the newest signing_config.json of your Sigstore`,
    );
  }
  return services.slice(0, many);
}
