import { CliError } from '../CliError';
import { JobTokens, READING } from './JobTokens';

const NAME = 'SUPPLY_CHAIN_ID_TOKEN';

/** The variables a job got by `id_tokens`: one, or more for more documents. */
function tokensOf(env: NodeJS.ProcessEnv): string[] {
  const tokens: string[] = [];
  for (let number = 1; ; number++) {
    const name = number === 1 ? NAME : `${NAME}_${number}`;
    const token = env[name]?.trim();
    if (!token) return tokens;
    tokens.push(token);
  }
}

/** GitLab gives a job its tokens at its start: one variable for each document. */
export function gitlabTokens(env: NodeJS.ProcessEnv): JobTokens | undefined {
  const tokens = tokensOf(env);
  if (tokens.length === 0) return undefined;
  const used = new Map<string, string>();
  return {
    origin: 'gitlab',
    documents: tokens.length,
    renew: () => false,
    get: async key => {
      if (key === READING) return tokens[0];
      const token = used.get(key) ?? tokens[used.size];
      if (!token) {
        throw new CliError(
          `A token counts for one document: add ${NAME}_${
            tokens.length + 1
          } to the job's id_tokens`,
        );
      }
      used.set(key, token);
      return token;
    },
  };
}
