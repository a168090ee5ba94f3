import { once } from 'node:events';
import { createServer } from 'node:http';
import { AddressInfo, connect } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { sendBytes } from './sendBytes';

/** A body whose end comes only when the client has hung up, or a while later. */
function body(chunks: string[], gone: Promise<unknown>): Readable {
  return Readable.from(
    (async function* bytes() {
      for (const chunk of chunks) yield Buffer.from(chunk);
      await gone;
    })(),
  );
}

/** Asks for `size` bytes, hangs up after `until` of them, and says how it went. */
async function download(chunks: string[], size: number, until: number) {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const outcome = new Promise<string>(resolve => {
    server.once('request', (_, res) => {
      res.setHeader('Content-Length', String(size));
      sendBytes(body(chunks, once(res, 'close')), size, res).then(
        () => resolve('sent'),
        error => resolve(error.code),
      );
    });
  });
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
  let seen = '';
  socket.on('data', data => {
    seen += data.toString();
    const [, received = ''] = seen.split('\r\n\r\n');
    if (received.length >= until) socket.destroy();
  });
  try {
    return await outcome;
  } finally {
    server.close();
  }
}

describe('sendBytes', () => {
  it('takes a client that leaves with the last byte for served', async () => {
    expect(await download(['abc', 'def'], 6, 6)).toBe('sent');
  });

  it('tells of a client that leaves before', async () => {
    expect(await download(['abc'], 6, 3)).toBe('ERR_STREAM_PREMATURE_CLOSE');
  });

  it('tells of bytes that cannot be read', async () => {
    const failing = Readable.from(
      (async function* bytes() {
        yield Buffer.from('abc');
        throw Object.assign(new Error('the disk is gone'), { code: 'EIO' });
      })(),
    );
    await expect(
      sendBytes(failing, 3, new PassThrough().resume()),
    ).rejects.toThrow('the disk is gone');
  });
});
