import { connect, createServer } from 'node:net';

function answers(port, host) {
  return new Promise(resolve => {
    const socket = connect({ port, host });
    const end = taken => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.setTimeout(1000, () => end(false));
  });
}

function cannotListen(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error => resolve(error.code === 'EADDRINUSE'));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(false)),
    );
  });
}

/** Whether somebody else has the port, on IPv4 or IPv6. */
export async function isPortTaken(port) {
  for (const host of ['127.0.0.1', '::1']) {
    if (await answers(port, host)) return true;
    if (await cannotListen(port, host)) return true;
  }
  return false;
}
