import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { isPortTaken } from './isPortTaken.mjs';

for (const host of ['127.0.0.1', '0.0.0.0', 'localhost']) {
  test(`sees a listener on ${host}, and when it is gone`, async () => {
    const server = createServer();
    await new Promise(resolve => server.listen(0, host, resolve));
    const { port } = server.address();
    assert.equal(await isPortTaken(port), true);
    await new Promise(resolve => server.close(resolve));
    assert.equal(await isPortTaken(port), false);
  });
}
