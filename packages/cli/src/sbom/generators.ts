/** The programs that know a tree best, each at the version that was tried here. */
export const GENERATORS = {
  npm: { name: '@cyclonedx/cyclonedx-npm', version: '6.0.1' },
  yarn: { name: '@cyclonedx/yarn-plugin-cyclonedx', version: '3.4.0' },
  pnpm: { name: 'pnpm', version: '12.21.0' },
  cdxgen: { name: '@cyclonedx/cdxgen', version: '12.8.4' },
} as const;

export type GeneratorName = keyof typeof GENERATORS;

/** One program call that writes a CycloneDX 1.6 document to `output`. */
export interface GeneratorCall {
  command: 'npx' | 'yarn';
  args: string[];
  env: Record<string, string>;
}

export interface GeneratorRequest {
  /** Packages lie there installed, so licences can be read from them. */
  installed: boolean;
  /** Development dependencies too. */
  development: boolean;
  output: string;
}

function npx(generator: GeneratorName, binary: string, args: string[]) {
  const { name, version } = GENERATORS[generator];
  return {
    command: 'npx' as const,
    args: ['--yes', `--package=${name}@${version}`, '--', binary, ...args],
    // A generator reads; nothing that it brings along needs to be compiled for that.
    env: { npm_config_ignore_scripts: 'true' },
  };
}

/** How a generator is called; it installs nothing into the tree and changes nothing there. */
export function callOf(
  generator: GeneratorName,
  { installed, development, output }: GeneratorRequest,
): GeneratorCall {
  const only = (...flags: string[]) => (development ? [] : flags);
  const lockOnly = (flag: string) => (installed ? [] : [flag]);
  switch (generator) {
    case 'npm':
      return npx(generator, 'cyclonedx-npm', [
        ...['--spec-version', '1.6', '--output-file', output],
        ...only('--omit', 'dev'),
        ...lockOnly('--package-lock-only'),
      ]);
    case 'yarn':
      return {
        command: 'yarn',
        args: [
          ...[
            'dlx',
            '-q',
            `${GENERATORS.yarn.name}@${GENERATORS.yarn.version}`,
          ],
          ...['--spec-version', '1.6', '--output-file', output],
          ...only('--production'),
          ...lockOnly('--lockfile-only'),
        ],
        env: {},
      };
    case 'pnpm': {
      const call = npx(generator, 'pnpm', [
        ...['sbom', '--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6'],
        ...['--sbom-type', 'application', '--out', output],
        ...only('--prod'),
        ...lockOnly('--lockfile-only'),
      ]);
      // The project's own pnpm may be older than the command; only its lockfile is read.
      return {
        ...call,
        env: { ...call.env, pnpm_config_pm_on_fail: 'ignore' },
      };
    }
    default:
      return npx(generator, 'cdxgen', [
        ...['--spec-version', '1.6', '--no-install-deps', '--output', output],
        '.',
      ]);
  }
}
