import { Command } from 'commander';
import { CliError } from '../CliError';
import { ExitCode } from '../ExitCode';
import { entityRefOf } from '../placement';
import { connect, PortalOptions } from '../portal/connect';
import { addOutputFlags, addPortalFlags, collect } from '../portal/portalFlags';
import { findReferences, FoundReference } from '../references/findReferences';
import { listDocumented } from '../references/listDocumented';
import { readSites, ReadSite } from '../references/readSites';
import { Outcome, resolveReferences } from '../references/resolveReferences';
import type { Surroundings } from '../Surroundings';
import { countText } from '../terminal/countText';
import { Terminal } from '../terminal/Terminal';
import { addExamples } from './addExamples';

interface ReferencesOptions extends PortalOptions {
  catalog?: boolean;
  entity?: string[];
  json?: boolean;
  quiet?: boolean;
}

type Checked = FoundReference & Outcome;

export function referencesCommand(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command('references')
    .description('finds links to evidence in TechDocs that lead nowhere')
    .argument('[paths...]', 'Markdown files and folders of them; else docs')
    .option('--catalog', "check the published docs of the catalog's entities")
    .option(
      '--entity <ref>',
      'only the published docs of this entity; can be given several times',
      collect,
    );
  addExamples(command, [
    ['Check the documentation of a repository', 'supply-chain references docs'],
    [
      'Check one playbook, for a program',
      'supply-chain references docs/incident.md --json',
    ],
    [
      'Check all docs that a portal has published',
      'supply-chain references --catalog --portal https://portal.example',
    ],
  ]);
  addOutputFlags(addPortalFlags(command)).action(
    async (paths: string[], options: ReferencesOptions) => {
      end(await references(paths, options, surroundings));
    },
  );
}

async function references(
  paths: string[],
  options: ReferencesOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const terminal = new Terminal(surroundings);
  const isCatalog = options.catalog || options.entity !== undefined;
  if (isCatalog && paths.length > 0) {
    throw new CliError(
      'Give files and folders, or --catalog or --entity for what the portal has published, not both',
    );
  }
  const sites = isCatalog
    ? await readPublished(options, surroundings, terminal)
    : undefined;
  const found =
    sites?.flatMap(site => site.references) ??
    (await findReferences(
      surroundings.cwd,
      paths.length > 0 ? paths : ['docs'],
    ));
  const checked = await check(found, options, surroundings);
  return tell(checked, sites, options, terminal);
}

async function readPublished(
  options: ReferencesOptions,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<ReadSite[]> {
  const portal = await connect(options, surroundings);
  const named = (options.entity ?? []).map(entityRefOf);
  const entities = await listDocumented(portal, surroundings, named);
  const sites = await readSites(portal, surroundings, entities, done =>
    terminal.progress(`${done} of ${entities.length} docs read`),
  );
  terminal.clear();
  return sites;
}

async function check(
  found: FoundReference[],
  options: ReferencesOptions,
  surroundings: Surroundings,
): Promise<Checked[]> {
  if (found.length === 0) return [];
  const portal = await connect(options, surroundings);
  const outcomes = await resolveReferences(portal, surroundings, found);
  return found.map((reference, at) => ({ ...outcomes[at], ...reference }));
}

function tell(
  checked: Checked[],
  sites: ReadSite[] | undefined,
  options: ReferencesOptions,
  terminal: Terminal,
): ExitCode {
  const dead = checked.filter(({ state }) => state === 'dead');
  const unknown = checked.filter(({ state }) => state === 'unknown');
  const unreadable = sites?.filter(({ state }) => state === 'unreadable') ?? [];
  let exitCode: ExitCode = ExitCode.yes;
  if (unknown.length + unreadable.length > 0) exitCode = ExitCode.unknown;
  if (dead.length > 0) exitCode = ExitCode.no;
  if (options.json) {
    terminal.json({
      exitCode,
      references: checked,
      ...(sites && {
        sites: sites.map(({ references: _, ...site }) => site),
      }),
    });
    return exitCode;
  }
  for (const one of [...dead, ...unknown]) {
    terminal.line(`${placeOf(one)}: ${one.state}: ${one.reason}`);
  }
  for (const { entityRef, reason } of unreadable) {
    terminal.line(`${entityRef}: unreadable: ${reason}`);
  }
  if (!options.quiet) {
    const unpublished = sites?.filter(({ state }) => state === 'unpublished');
    for (const { entityRef } of unpublished ?? []) {
      terminal.line(`${entityRef}: its docs are not published`, 'dim');
    }
    const counts = `${countText(checked.length, 'reference')}, ${
      dead.length
    } dead, ${unknown.length} not known`;
    terminal.line(
      sites
        ? `${counts}; ${countText(sites.length, 'site')}, ${
            unreadable.length
          } unreadable`
        : counts,
    );
  }
  return exitCode;
}

function placeOf({ docsEntityRef, file, line }: FoundReference): string {
  return docsEntityRef ? `${docsEntityRef} ${file}` : `${file}:${line}`;
}
