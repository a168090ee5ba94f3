import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EvidenceError } from '../../model/EvidenceError';
import { readEvidence } from '../../readEvidence';
import { describeWith, vectors } from '../../__testUtils__/sharedFolder';
import { validateCycloneDx } from './validateCycloneDx';

describeWith(
  vectors('cyclonedx'),
  'the specification’s own documents',
  folder => {
    const files = readdirSync(folder).flatMap(version =>
      readdirSync(join(folder, version))
        .filter(name => name.endsWith('.json'))
        .map(name => join(version, name)),
    );

    it('are all here', () => {
      expect(files).toHaveLength(251);
    });

    it.each(files)('%s gets the verdict of its name', name => {
      const bytes = readFileSync(join(folder, name));
      const { state, defects } = validateCycloneDx(
        JSON.parse(bytes.toString('utf8')),
        dirname(name),
      );
      const isInvalid = /[/\\]invalid-/.test(name);
      expect({
        state,
        errors: isInvalid ? [] : defects.filter(d => d.level === 'error'),
      }).toEqual({ state: isInvalid ? 'invalid' : 'valid', errors: [] });

      // Another bomFormat is no CycloneDX at all, and refused without a word of
      // the sender.
      const read = () => readEvidence(bytes).valid.state;
      const isOther = name.includes('invalid-bomformat');
      expect(isOther ? codeOf(read) : read()).toBe(
        isOther ? 'unknown-format' : state,
      );
    });
  },
);

function codeOf(refused: () => unknown): string | undefined {
  try {
    refused();
    return undefined;
  } catch (error) {
    return (error as EvidenceError).code;
  }
}
