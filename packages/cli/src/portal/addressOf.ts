import { CliError } from '../CliError';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether an address is on this machine. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.test(url.hostname);
}

/** An address as given, checked. Never repeats what could be a password. */
export function addressOf(
  given: string,
  flag: '--portal' | '--app' = '--portal',
): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.username || url?.password || url?.search || url?.hash) {
    throw new CliError(
      `${flag} takes an address without user, password, query or fragment`,
    );
  }
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new CliError(
      `${flag} ${given.replace(
        /\/\/.*@/,
        '//***@',
      )} is not an address such as https://portal.example.com`,
    );
  }
  if (/\/api(\/|$)/.test(url.pathname)) {
    const whole = url.href.slice(0, url.href.search(/\/api(\/|$)/));
    throw new CliError(
      `${flag} ${given} is a path inside the portal: give ${flag} ${whole}`,
    );
  }
  return url;
}
