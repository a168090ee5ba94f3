const WHY: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  EROFS: 'nothing may be written there',
  ENOSPC: 'there is no space left',
};

/** The code of a system error, such as `ENOENT`. */
export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
}

/** Why a file could not be used, in words. */
export function whyNot(error: unknown): string {
  return (
    WHY[errorCode(error)] ??
    (error instanceof Error ? error.message : String(error))
  );
}
