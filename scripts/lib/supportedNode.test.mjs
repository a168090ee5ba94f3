import assert from 'node:assert/strict';
import { test } from 'node:test';
import { envFor, isSupportedNode } from './supportedNode.mjs';

test('only Node versions that Backstage and its native packages run on', () => {
  for (const version of ['v22.22.2', 'v22.23.0', 'v24.15.0', 'v24.21.1']) {
    assert.equal(isSupportedNode(version), true, version);
  }
  for (const version of [
    'v20.20.2',
    'v22.22.1',
    'v23.9.0',
    'v24.14.9',
    'v25.1.0',
  ]) {
    assert.equal(isSupportedNode(version), false, version);
  }
});

test('children find the same node first', () => {
  const { PATH } = envFor('/somewhere/bin/node', { PATH: '/usr/bin' });
  assert.match(PATH, /^\/somewhere\/bin[:;]\/usr\/bin$/);
});
