import { Refusal } from './RefusedError';

export function checkVersion(version: string): void {
  const clean = version.trim() === version && version.length <= 200;
  // eslint-disable-next-line no-control-regex
  if (version && clean && !/[\u0000-\u001f\u007f]/.test(version)) return;
  throw new Refusal({
    code: 'bad-version',
    status: 400,
    reason:
      'The release must be 1 to 200 characters without spaces around or control characters.',
  });
}
