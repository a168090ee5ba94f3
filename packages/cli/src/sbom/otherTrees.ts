import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CliError } from '../CliError';

interface Manifest {
  file: RegExp;
  /** Any of these tells all that is needed, also what dependencies need in turn. */
  lockedBy?: string[];
  /** With this program on the PATH the generator finds out by itself. */
  tool?: string;
  /** The one command that helps where neither is there. */
  command: string;
}

/** Lockfiles that cdxgen reads without any other program. */
const LOCKS = [
  ...['uv.lock', 'poetry.lock', 'pdm.lock', 'Pipfile.lock', 'Cargo.lock'],
  ...['go.sum', 'Gemfile.lock', 'composer.lock', 'packages.lock.json'],
  ...['mix.lock', 'pubspec.lock', 'Package.resolved', 'gradle.lockfile'],
];

const MANIFESTS: Manifest[] = [
  {
    file: /^pom\.xml$/,
    lockedBy: ['mvnw'],
    tool: 'mvn',
    command:
      'mvn org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeAggregateBom -DoutputFormat=json',
  },
  {
    file: /^build\.gradle(\.kts)?$/,
    lockedBy: ['gradlew', 'gradle.lockfile'],
    tool: 'gradle',
    command: 'gradle wrapper',
  },
  {
    file: /^(pyproject\.toml|setup\.(py|cfg))$/,
    lockedBy: ['uv.lock', 'poetry.lock', 'pdm.lock', 'Pipfile.lock'],
    command: 'uv lock',
  },
  {
    file: /^requirements.*\.(txt|in)$/,
    lockedBy: ['uv.lock', 'poetry.lock', 'pdm.lock', 'Pipfile.lock'],
    command: 'uv init --bare && uv add --requirements requirements.txt',
  },
  { file: /^Pipfile$/, lockedBy: ['Pipfile.lock'], command: 'pipenv lock' },
  {
    file: /^Cargo\.toml$/,
    lockedBy: ['Cargo.lock'],
    command: 'cargo generate-lockfile',
  },
  {
    file: /^go\.mod$/,
    lockedBy: ['go.sum'],
    tool: 'go',
    command: 'go mod tidy',
  },
  { file: /^Gemfile$/, lockedBy: ['Gemfile.lock'], command: 'bundle lock' },
  {
    file: /^composer\.json$/,
    lockedBy: ['composer.lock'],
    command: 'composer update --no-install',
  },
  {
    file: /\.(cs|fs|vb)proj$/,
    lockedBy: ['packages.lock.json'],
    command: 'dotnet restore --use-lock-file',
  },
];

function isOnPath(tool: string, { PATH = '' }: NodeJS.ProcessEnv): boolean {
  return PATH.split(delimiter).some(folder =>
    ['', '.exe', '.cmd'].some(ending => {
      try {
        accessSync(join(folder, `${tool}${ending}`), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }),
  );
}

/**
 * Fails where a list would have holes: a manifest names what the project asks for, and
 * only a lockfile or the ecosystem's own program tells what that brings along.
 */
export function requireTool(
  folder: string,
  files: string[],
  env: NodeJS.ProcessEnv,
): void {
  const found = MANIFESTS.filter(({ file }) => files.some(f => file.test(f)));
  if (found.length === 0 && !files.some(file => LOCKS.includes(file))) {
    throw new CliError(
      `${folder} has no lockfile or manifest that is known here. Make its SBOM with the tool of its build, or try --generator cdxgen`,
    );
  }
  for (const { file, lockedBy = [], tool, command } of found) {
    if (lockedBy.some(name => files.includes(name))) continue;
    if (tool && isOnPath(tool, env)) continue;
    const manifest = files.find(name => file.test(name));
    const lacks = [...lockedBy, ...(tool ? [`the program ${tool}`] : [])];
    throw new CliError(
      `${manifest} alone does not say what its dependencies bring along; ${lacks.join(
        ', ',
      )}: none of these is there. Run in ${folder}: ${command}`,
    );
  }
}
