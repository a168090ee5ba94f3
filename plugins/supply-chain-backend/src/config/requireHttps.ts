import { isLoopbackHost } from './loopback';

/** Refuses, at start, an address that somebody between could answer for. */
export function requireHttps(text: string, key: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' && !url.username && !url.password) return;
  if (url?.protocol === 'http:' && isLoopbackHost(url.hostname)) return;
  throw new Error(
    `supplyChain.${key} must be an https address without credentials`,
  );
}
