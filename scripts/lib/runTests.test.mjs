import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayOpenBrowser } from './openBrowser.mjs';
import { countTests } from './runTests.mjs';

test('adds both reports; a suite that does not load is a failure', () => {
  const tap = 'ok 1 - a\n# tests 3\n# pass 2\n# fail 1\n';
  const jest = {
    numPassedTests: 40,
    numFailedTests: 2,
    numRuntimeErrorTestSuites: 1,
  };
  assert.deepEqual(countTests(jest, tap), { passed: 42, failed: 4 });
  assert.deepEqual(countTests(null, ''), { passed: 0, failed: 0 });
});

test('opens a browser only for a person at a screen who did not say no', () => {
  const screen = { DISPLAY: ':0' };
  assert.equal(mayOpenBrowser(screen, true), true);
  assert.equal(mayOpenBrowser(screen, false), false);
  assert.equal(mayOpenBrowser({ ...screen, BROWSER: 'none' }, true), false);
  assert.equal(mayOpenBrowser({ ...screen, CI: '1' }, true), false);
});
