import { Knex } from 'knex';
import { nextTick } from './raw';

/** For so long queries may follow each other in one turn of the event loop. */
const TURN_MS = 10;

/**
 * Lets others have the event loop between queries of SQLite. It answers in this very
 * thread, so a hundred requests that wait for its one connection hand it on among
 * themselves, and nobody else gets a turn until all of them are through.
 */
export function takeTurns(knex: Knex): void {
  const { client } = knex;
  if (Object.hasOwn(client, 'acquireConnection')) return;
  const acquire = client.acquireConnection.bind(client);
  let began: number | undefined;
  client.acquireConnection = async () => {
    const connection = await acquire();
    const now = performance.now();
    if (began === undefined) {
      began = now;
      setImmediate(() => {
        began = undefined;
      });
    } else if (now - began > TURN_MS) {
      await nextTick();
    }
    return connection;
  };
}
