import { appendFile } from 'node:fs/promises';
import type { Surroundings } from './Surroundings';
import { escapeTerminal } from './terminal/escapeTerminal';

/** Text of documents must not become mark-up, mentions or links of the summary. */
function escapeMarkdown(text: string): string {
  return escapeTerminal(text)
    .replace(/[&<>]/g, c => `&#${c.charCodeAt(0)};`)
    .replace(/[\\`*_{}[\]()#+\-.!|~@:]/g, c => `&#${c.charCodeAt(0)};`);
}

/** Adds the verdict to a GitHub job's summary page; does nothing elsewhere. */
export async function writeJobSummary(
  { env, secrets }: Pick<Surroundings, 'env' | 'secrets'>,
  summary: {
    title: string;
    verdict: string;
    fixes: { title: string; message: string; solution?: string }[];
    link?: string;
  },
): Promise<void> {
  if (!env.GITHUB_STEP_SUMMARY) return;
  // Before escaping, which would take a secret apart so that it is not found
  const safe = (text: string) =>
    escapeMarkdown(secrets?.removeFrom(text) ?? text);
  const lines = [
    `### ${safe(summary.title)}`,
    '',
    `**${safe(summary.verdict)}**`,
    '',
    ...summary.fixes
      .slice(0, 3)
      .map(
        (fix, index) =>
          `${index + 1}. ${[`${fix.title}: ${fix.message}`, fix.solution ?? '']
            .filter(Boolean)
            .map(safe)
            .join('<br>')}`,
      ),
    '',
    ...(summary.link
      ? [`[Open in the portal](<${encodeURI(summary.link)}>)`]
      : []),
    '',
  ];
  try {
    await appendFile(env.GITHUB_STEP_SUMMARY, `${lines.join('\n')}\n`);
  } catch {
    // The verdict stands, with or without a page about it.
  }
}
