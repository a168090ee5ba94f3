import { isIP } from 'node:net';

/** Whether a host, with or without IPv6 brackets, is this machine alone. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace('[', '').replace(']', '');
  if (isIP(bare) === 4) return bare.startsWith('127.');
  return bare === '::1' || bare === 'localhost';
}
