import { appendFile } from 'node:fs/promises';
import { escapeTerminal } from './terminal/escapeTerminal';

/** Text of documents must not become mark-up, mentions or links of the summary. */
function escapeMarkdown(text: string): string {
  return escapeTerminal(text)
    .replace(/[&<>]/g, c => `&#${c.charCodeAt(0)};`)
    .replace(/[\\`*_{}[\]()#+\-.!|~@:]/g, c => `&#${c.charCodeAt(0)};`);
}

/** Adds the verdict to a GitHub job's summary page; does nothing elsewhere. */
export async function writeJobSummary(
  env: NodeJS.ProcessEnv,
  summary: {
    title: string;
    verdict: string;
    fixes: { title: string; message: string; solution: string }[];
    link?: string;
  },
): Promise<void> {
  if (!env.GITHUB_STEP_SUMMARY) return;
  const lines = [
    `### ${escapeMarkdown(summary.title)}`,
    '',
    `**${escapeMarkdown(summary.verdict)}**`,
    '',
    ...summary.fixes
      .slice(0, 3)
      .map(
        (fix, index) =>
          `${index + 1}. ${escapeMarkdown(
            `${fix.title}: ${fix.message}`,
          )}<br>${escapeMarkdown(fix.solution)}`,
      ),
    '',
    ...(summary.link
      ? [`[Open in the portal](<${encodeURI(summary.link)}>)`]
      : []),
    '',
  ];
  await appendFile(env.GITHUB_STEP_SUMMARY, `${lines.join('\n')}\n`);
}
