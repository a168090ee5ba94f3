import { CliError } from '../CliError';
import { JobTokens } from './JobTokens';

/** Says before anything is sent that a job was given too few tokens for it. */
export function requireTokens(
  { documents }: JobTokens,
  plan: { entries: { files: unknown[] }[] },
): void {
  const needed = plan.entries.reduce((sum, { files }) => sum + files.length, 0);
  if (documents === undefined || needed <= documents) return;
  throw new CliError(
    `A token counts for one document, and there are ${needed} documents: give the job id_tokens SUPPLY_CHAIN_ID_TOKEN, SUPPLY_CHAIN_ID_TOKEN_2 and so on, up to ${needed}`,
  );
}
