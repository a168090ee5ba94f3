import { CliError } from '../CliError';
import { openWithCompanions } from '../companions/openWithCompanions';
import { openEvidenceFiles } from '../documents/EvidenceFile';
import { placementOf } from '../placement';
import type { Surroundings } from '../Surroundings';
import { declareOutputs } from './declareOutputs';
import { Plan } from './Plan';
import { PushOptions } from './PushOptions';

/** The files of the command line, for the entity that it names. */
export async function planFiles(
  paths: string[],
  options: PushOptions,
  { env, cwd }: Pick<Surroundings, 'env' | 'cwd'>,
): Promise<Plan> {
  for (const flag of ['evidence', 'exclude'] as const) {
    if (options[flag]) {
      throw new CliError(`--${flag} belongs to --all: add --all or name files`);
    }
  }
  const output = await declareOutputs(options.output, cwd);
  const placement = placementOf({ ...options, output }, env);
  if (paths.length === 0) {
    throw new CliError(
      'Which files? Name them, or give --all for every catalog-info.yaml below this folder',
    );
  }
  // What was signed is not what lies here, but what is inside
  if (options.contentEncoding) {
    const files = await openEvidenceFiles(paths, cwd);
    return { entries: [{ placement, files }], notes: [] };
  }
  const { files, notes } = await openWithCompanions(paths, cwd);
  return { entries: [{ placement, files }], notes };
}
