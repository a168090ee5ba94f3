import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readEvidence } from '../../readEvidence';
import { describeWith, vectors } from '../../testing/sharedFolder';
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
      if (name.includes('invalid-bomformat')) {
        expect(() => readEvidence(bytes)).toThrow(
          expect.objectContaining({ code: 'unknown-format' }),
        );
      } else {
        expect(readEvidence(bytes).valid.state).toBe(state);
      }
    });
  },
);
