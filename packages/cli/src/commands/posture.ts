import { Command } from 'commander';
import { CliError } from '../CliError';
import { ExitCode } from '../ExitCode';
import { writeJobSummary } from '../jobSummary';
import { entityRefOf, placementOf } from '../placement';
import { changesText } from '../portal/changesText';
import { connect, PortalOptions } from '../portal/connect';
import { didYouMean, orDidYouMean } from '../portal/didYouMean';
import { entityPage } from '../portal/entityPage';
import { countFindings, findPosture } from '../portal/findPosture';
import { addOutputFlags, addPortalFlags } from '../portal/portalFlags';
import { printPosture } from '../portal/printPosture';
import type { Surroundings } from '../Surroundings';
import { Terminal } from '../terminal/Terminal';
import { stateLine } from '../verdict';
import { addExamples } from './addExamples';

interface PostureOptions extends PortalOptions {
  entity?: string;
  release?: string;
  change?: string;
  json?: boolean;
  quiet?: boolean;
}

export function postureCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('posture')
    .description('shows how an entity stands: verdict, evidence, what to fix')
    .argument(
      '[entity]',
      'kind:namespace/name in the catalog; else SUPPLY_CHAIN_ENTITY',
    )
    .option('--entity <ref>', 'the same as a flag')
    .option('--release <version>', 'a release; else the newest')
    .option('--change <pr@sha>', 'a pull request or branch build instead');
  addExamples(command, [
    [
      'How the newest release stands',
      'supply-chain posture component:default/my-service',
    ],
    [
      'A release of your own choice',
      'supply-chain posture my-service --release 1.4.0',
    ],
    ['Only the word', 'supply-chain posture my-service --quiet'],
  ]);
  addOutputFlags(addPortalFlags(command)).action(
    async (entity: string | undefined, options: PostureOptions) => {
      end(await posture(entity, options, surroundings));
    },
  );
}

function whatOf(
  given: string | undefined,
  options: PostureOptions,
  env: NodeJS.ProcessEnv,
) {
  const entity = given ?? options.entity ?? env.SUPPLY_CHAIN_ENTITY;
  if (!entity) {
    throw new CliError(
      'Which entity? Name it, such as component:default/my-service, or set SUPPLY_CHAIN_ENTITY',
    );
  }
  if (options.release === undefined && options.change === undefined) {
    return { entityRef: entityRefOf(entity), release: undefined };
  }
  const { entityRef, release, channel } = placementOf({ ...options, entity });
  return { entityRef, release: { version: release, channel } };
}

async function posture(
  given: string | undefined,
  options: PostureOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const terminal = new Terminal(surroundings);
  const { entityRef, release } = whatOf(given, options, surroundings.env);
  const portal = await connect(options, surroundings);
  const found = await orDidYouMean(portal, entityRef, () =>
    findPosture(portal, entityRef, release, surroundings),
  );
  const findings = options.quiet
    ? {}
    : await countFindings(portal, found, surroundings);
  const link = portal.pageUrl(
    entityPage(entityRef, release && found.release?.id),
  );
  const hint =
    found.release || options.quiet
      ? undefined
      : await didYouMean(portal, entityRef);
  const { exitCode, text } = stateLine(found.state);
  if (options.json) {
    terminal.json({ exitCode, ...found, findings, hint, link });
  } else {
    printPosture(terminal, found, {
      findings,
      hint,
      link,
      quiet: options.quiet,
    });
  }
  const { release: shown, changes, fixFirst } = found;
  await writeJobSummary(surroundings, {
    title: [entityRef, shown?.version].filter(Boolean).join(' '),
    verdict: changes ? `${text}. ${changesText(changes)}.` : `${text}.`,
    fixes: fixFirst ?? [],
    link,
  });
  return exitCode;
}
