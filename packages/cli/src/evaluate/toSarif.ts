import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RuleHit, RuleResult } from '@hotpass/supply-chain-evidence';
import type { LocalJudgement } from './judgeFiles';
import type { ReadFile } from './readFiles';

const REPOSITORY = 'https://github.com/hotpass/backstage-supply-chain';

interface ToSarifOptions {
  read: ReadFile[];
  local: LocalJudgement;
  tool: { version: string };
  exitCode: number;
}

const levelOf = ({ status }: RuleResult) =>
  status === 'violation' ? 'error' : 'warning';

/**
 * A judgement as SARIF: one result per hit of a rule that fails or warns. What was not
 * judged is a notification of the run, because a result would read as a finding.
 *
 * Source: OASIS SARIF 2.1.0, 3.14 run, 3.20 invocation, 3.27 result, 3.49 rule.
 */
export function toSarif({
  read,
  local,
  tool,
  exitCode,
}: ToSarifOptions): object {
  const { judgement, notGiven } = local;
  const { rules, error } = judgement;
  const files = read.map(({ file }) => file.given);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'supply-chain',
            version: tool.version,
            informationUri: REPOSITORY,
            rules: rules.map(describe),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: judgement.verdict !== 'error',
            exitCode,
            toolExecutionNotifications: [
              ...(error ? [note('error', error.message)] : []),
              ...rules.flatMap(notificationsOf),
              ...notGiven.map(kind =>
                note('note', `Not given, so not judged: ${kind}`),
              ),
            ],
          },
        ],
        artifacts: read.map(({ file }) => ({
          location: locationOf(file.given),
          length: file.size,
          hashes: { 'sha-256': file.digest.replace(/^sha256:/, '') },
        })),
        results: rules.flatMap((rule, index) =>
          rule.status === 'violation' || rule.status === 'warning'
            ? rule.hits.map(hit => resultOf(rule, index, hit, files))
            : [],
        ),
        properties: {
          verdict: judgement.verdict,
          collection: judgement.collection,
          policyDigest: judgement.policyDigest,
        },
      },
    ],
  };
}

function describe(rule: RuleResult): object {
  const solutions = [...new Set(rule.hits.map(({ solution }) => solution))];
  return {
    id: rule.code,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.description },
    help: { text: solutions.slice(0, 3).join('\n') || rule.description },
    helpUri: `${REPOSITORY}/blob/main/policy/${rule.source.split('/').pop()}`,
    defaultConfiguration: {
      level: rule.level === 'deny' ? 'error' : 'warning',
    },
    properties: { tags: ['supply-chain', ...rule.controls] },
  };
}

function note(level: string, text: string, rule?: string): object {
  return {
    level,
    message: { text },
    ...(rule && { associatedRule: { id: rule } }),
  };
}

function notificationsOf(rule: RuleResult): object[] {
  const { code, title, status, reason, hitCount, hits } = rule;
  if (status === 'not-judged') {
    const why = reason ? `: ${reason}` : '';
    return [note('note', `Not judged: ${title}${why}`, code)];
  }
  return hitCount > hits.length
    ? [note('note', `${title}: ${hits.length} of ${hitCount} are listed`, code)]
    : [];
}

/** A path as the reference that it is; documents lie where the command was run. */
function locationOf(given: string): object {
  if (isAbsolute(given)) return { uri: pathToFileURL(given).href };
  const uri = given.split(/[\\/]/).map(encodeURIComponent).join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}

function resultOf(
  rule: RuleResult,
  ruleIndex: number,
  hit: RuleHit,
  files: string[],
): object {
  const index = files.indexOf(hit.evidenceId ?? '');
  const line = /^line (\d+)$/.exec(hit.place ?? '')?.[1];
  const location = {
    ...(index >= 0 && {
      physicalLocation: {
        artifactLocation: { ...locationOf(files[index]), index },
        ...(line && { region: { startLine: Number(line) } }),
      },
    }),
    ...(hit.place &&
      !line && {
        logicalLocations: [{ fullyQualifiedName: hit.place, kind: 'member' }],
      }),
  };
  return {
    ruleId: rule.code,
    ruleIndex,
    level: levelOf(rule),
    message: { text: `${hit.message}\n${hit.solution}` },
    ...(Object.keys(location).length > 0 && { locations: [location] }),
    properties: {
      solution: hit.solution,
      ...(hit.command && { command: hit.command }),
      ...(hit.component && { component: hit.component }),
      ...(hit.finding && { finding: hit.finding }),
      ...(rule.willFail && { failsFrom: rule.effectiveOn }),
    },
  };
}
