import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { Folder } from '../__testUtils__/Folder';
import { runCli } from '../__testUtils__/runCli';

const SCHEMA = require.resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);

let folder: Folder;
beforeAll(() => {
  folder = new Folder();
});
afterAll(() => folder.remove());

/** The errors that the schema of OASIS finds. */
function errorsIn(log: unknown): unknown {
  const { $schema, id, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const ajv = new Ajv({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
  });
  const validate = ajv.compile(schema);
  return validate(log) ? [] : validate.errors;
}

const bomOf = (licence: string) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': 'app', name: 'app' },
    },
    components: [
      {
        type: 'library',
        'bom-ref': 'x',
        name: 'mupdf\u001b[31m',
        version: '1.26.4',
        purl: 'pkg:npm/mupdf@1.26.4',
        licenses: [{ license: { id: licence } }],
      },
    ],
    dependencies: [{ ref: 'app', dependsOn: ['x'] }],
  });

async function sarif(...args: string[]) {
  const result = await runCli(['evaluate', ...args, '--output', 'sarif'], {
    cwd: folder.path,
  });
  return { ...result, log: JSON.parse(result.stdout) };
}

describe('evaluate --output sarif', () => {
  it('is valid and says rule, level, place and solution of every hit', async () => {
    folder.write('a b/sbom.json', bomOf('AGPL-3.0-or-later'));
    folder.write('sums.txt', `${'a'.repeat(40)}  app.tgz\n`);
    const { log, exitCode, stderr, stdout } = await sarif(
      ...['a b/sbom.json', 'sums.txt'],
    );
    expect(exitCode).toBe(1);
    expect(stderr).toContain('✖ Cannot ship: 1 of ');
    expect(stdout).not.toContain('\u001b');
    expect(errorsIn(log)).toEqual([]);
    expect(errorsIn({ ...log, version: '2.0.0' })).not.toEqual([]);

    const [run] = log.runs;
    const { rules } = run.tool.driver;
    const errors = run.results.filter((one: any) => one.level === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      ruleId: 'LIC-001',
      level: 'error',
      message: { text: expect.stringContaining('AGPL-3.0-or-later') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: 'a%20b/sbom.json',
              uriBaseId: '%SRCROOT%',
              index: 0,
            },
          },
          logicalLocations: [{ fullyQualifiedName: '/components/0' }],
        },
      ],
    });
    expect(errors[0].message.text).toContain(errors[0].properties.solution);
    const rule = rules[errors[0].ruleIndex];
    expect(rule).toMatchObject({
      id: 'LIC-001',
      help: { text: errors[0].properties.solution },
      helpUri: expect.stringMatching(/policy\/licences\.rego$/),
    });
    // SHA-1 in line 1 of the list
    const weak = run.results.find((one: any) => one.ruleId === 'CHK-001');
    expect(weak.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'sums.txt' },
      region: { startLine: 1 },
    });
    const told = run.invocations[0].toolExecutionNotifications.map(
      (one: any) => one.message.text,
    );
    expect(told).toContain('Not given, so not judged: provenance');
    expect(told.join()).toMatch(/Not judged: Exploited vulnerability/);
    expect(run.artifacts).toHaveLength(2);
  });

  it('has no error where the release can ship', async () => {
    folder.write('good.json', bomOf('MIT'));
    const { log, exitCode } = await sarif('good.json', '--quiet');
    expect(exitCode).toBe(0);
    expect(errorsIn(log)).toEqual([]);
    expect(
      log.runs[0].results.filter((one: any) => one.level === 'error'),
    ).toEqual([]);
  });
});
