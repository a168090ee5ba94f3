import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../documents/systemError';

/** A local portal that `npm start` runs, and the token it wrote for us. */
export interface DevelopmentPortal {
  token: string;
  /** Where its HTTP API is. */
  portal: string;
  /** Where its pages are. */
  app: string;
}

const DEFAULTS = {
  portal: 'http://localhost:7007',
  app: 'http://localhost:3000',
};

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}

/** Looks for `.supply-chain/dev-token` in this folder and those above it. */
export async function findDevelopmentPortal(
  cwd: string,
): Promise<DevelopmentPortal | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const token = await read(join(folder, '.supply-chain', 'dev-token'));
    if (token?.trim()) {
      const places = await read(join(folder, '.supply-chain', 'portal.json'));
      return {
        ...DEFAULTS,
        ...(places ? JSON.parse(places) : {}),
        token: token.trim(),
      };
    }
    if (folder === dirname(folder)) return undefined;
  }
}
