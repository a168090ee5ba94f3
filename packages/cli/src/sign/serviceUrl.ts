import { CliError } from '../CliError';
import { isLoopback } from '../portal/addressOf';

const isSafeHttp = (url: URL) => url.protocol === 'http:' && isLoopback(url);

/** The address of a service that is sent tokens and signatures, without a slash at its end. */
export function serviceUrl(given: string, place: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.username || url?.password || url?.search || url?.hash) {
    throw new CliError(
      `${place} takes an address without user, password, query or fragment`,
    );
  }
  if (!url || (url.protocol !== 'https:' && !isSafeHttp(url))) {
    throw new CliError(
      `${place} ${given} is not an https address, such as https://fulcio.example.com`,
    );
  }
  return url.href.replace(/\/+$/, '');
}
