import { createHash } from 'node:crypto';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  Channel,
  EvidenceKind,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { CliError } from './CliError';

/** Where a document belongs. */
export interface Placement {
  entityRef: string;
  release: string;
  channel: Channel;
  line?: string;
  stream?: string;
  kind?: EvidenceKind;
  /** `sha256:<hex>` of the file that it is the detached signature of. */
  signs?: string;
  outputs?: string[];
  madeAt?: string;
}

export interface PlacementOptions {
  entity?: string;
  release?: string;
  change?: string;
  line?: string;
  stream?: string;
  kind?: EvidenceKind;
  output?: string[];
  madeAt?: string;
}

const NAME = /^[a-z0-9]+([-_.]+[a-z0-9]+)*$/i;
const CHANGE = /^[^@\s]+@(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const OUTPUT = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})=.+$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

/** Whether a text can be part of an entity ref, as the catalog checks it. */
export function isEntityName(text: string): boolean {
  return text.length <= 63 && NAME.test(text);
}

/** The canonical ref of an entity named on the command line. */
export function entityRefOf(text: string): string {
  try {
    const { kind, namespace, name } = parseEntityRef(text, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
    if ([kind, namespace, name].every(isEntityName)) {
      return stringifyEntityRef({ kind, namespace, name });
    }
  } catch {
    // Told below: the parser's own message does not name the flag.
  }
  throw new CliError(
    `--entity ${text} is not an entity: write kind:namespace/name, such as component:default/my-service`,
  );
}

/**
 * Checks the flags that say where a document belongs. A pipeline may set
 * `SUPPLY_CHAIN_ENTITY` and `SUPPLY_CHAIN_RELEASE` once for all its commands.
 */
export function placementOf(
  options: PlacementOptions,
  env: NodeJS.ProcessEnv = {},
): Placement {
  const { change, line, stream, kind, output, madeAt } = options;
  const entity = options.entity ?? env.SUPPLY_CHAIN_ENTITY;
  const release =
    options.release ??
    (change === undefined ? env.SUPPLY_CHAIN_RELEASE || undefined : undefined);
  if (!entity) {
    throw new CliError(
      'Whose evidence is this? Give --entity <kind:namespace/name> or set SUPPLY_CHAIN_ENTITY',
    );
  }
  if ((release === undefined) === (change === undefined)) {
    throw new CliError(
      'Say which version this is: either --release <version> or --change <pull request>@<head commit>',
    );
  }
  if (release?.trim() === '') throw new CliError('--release is empty');
  if (change !== undefined && !CHANGE.test(change)) {
    throw new CliError(
      `--change ${change} is not <pull request>@<full head commit>, such as 128@3aacb948c02345242f5b0568c24e8a42f267f1e7`,
    );
  }
  for (const one of output ?? []) {
    if (!OUTPUT.test(one)) {
      throw new CliError(
        `--output ${one} is not <sha256|sha512>:<full digest in lower case>=<name>`,
      );
    }
  }
  if (madeAt !== undefined && !(TIME.test(madeAt) && Date.parse(madeAt))) {
    throw new CliError(
      `--made-at ${madeAt} is not a time such as 2026-01-31T12:00:00Z`,
    );
  }
  return {
    entityRef: entityRefOf(entity),
    release: (release ?? change)!,
    channel: change === undefined ? 'release' : 'change',
    line,
    stream,
    kind,
    outputs: output,
    madeAt,
  };
}

/** Where one of the files belongs: a signature is of no kind or stream but its own. */
export function placementOfFile(
  placement: Placement,
  file: { signs?: { digest: string } },
): Placement {
  if (!file.signs) return placement;
  const { kind, stream, ...rest } = placement;
  return { ...rest, signs: file.signs.digest };
}

/**
 * The same bytes at the same place get the same key, so that a job that runs twice
 * is one arrival.
 */
export function idempotencyKey(digest: string, placement: Placement): string {
  const entries = Object.entries({ digest, ...placement })
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex');
}
