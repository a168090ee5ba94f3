import { once } from 'node:events';
import { AddressInfo, connect } from 'node:net';
import express from 'express';
import { letGo } from './letGo';

/** A server that answers 413 at once, and a sender that goes on sending all the same. */
async function refuse(options: Parameters<typeof letGo>[1], chunk: Buffer) {
  const server = express()
    .post('/', (req, res) => {
      letGo(req, options);
      res.status(413).send('Too large');
    })
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', data => (answer += data));
  // Hung up on while it was sending
  socket.on('error', () => {});
  const closed = new Promise(done => {
    socket.on('close', done);
  });
  socket.write(
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000000\r\n\r\n',
  );
  await once(socket, 'data');
  if (chunk.length) {
    const more = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', more);
    more();
  }
  await closed;
  server.close();
  return answer;
}

it.each([
  ['sends without end', { maxBytes: 1_000_000, maxMs: 600_000 }, 65_536],
  ['sends nothing more', { maxMs: 20 }, 0],
])('hangs up on who %s, after the answer', async (_, options, size) => {
  const answer = await refuse(options, Buffer.alloc(size));
  expect(answer).toMatch(/^HTTP\/1\.1 413 .*Too large$/s);
});
