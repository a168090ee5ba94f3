import { Piscina } from 'piscina';
import type { DocumentFragment } from '../facts/DocumentFragment';
import { EvidenceError } from '../model/EvidenceError';
import type { Judgement } from '../policy/types';
import { failedJudgement } from './failedJudgement';
import type { JsonReply, ReadReply, RefusalReply, WorkerTask } from './tasks';
import type { EvidenceWorkers, EvidenceWorkersOptions } from './types';
import { workerEntry } from './workerPath';

/*
 * A thread is ended, not asked, when its time is over: neither JSON.parse nor a
 * policy can be interrupted. A thread's memory limit is no guard either (one large
 * parse beyond it ends the whole process), so size, depth and node count are checked
 * on the bytes before they are parsed.
 */

/**
 * Starts threads that read and judge evidence off the event loop.
 *
 * @public
 */
export function createEvidenceWorkers(
  options: EvidenceWorkersOptions = {},
): EvidenceWorkers {
  const { path, execArgv } = workerEntry();
  const threads = options.threads ?? 1;
  const pool = new Piscina<WorkerTask, unknown>({
    filename: path,
    execArgv,
    minThreads: 0,
    maxThreads: threads,
    // Loading the schemas and the policy again costs more than a sleeping thread.
    idleTimeout: 60_000,
    concurrentTasksPerWorker: 1,
    workerData: {
      bundlePath: options.bundlePath,
      bundleDigest: options.bundleDigest,
    },
  });
  const readTimeout = options.readTimeoutMs ?? 20_000;
  const judgeTimeout = options.judgeTimeoutMs ?? 10_000;

  return {
    async read(file, hint) {
      const reply = (await runWithin(
        pool,
        { do: 'read', path: file, hint, limits: options.limits },
        readTimeout,
      ).catch(error => {
        throw isTimeout(error)
          ? new EvidenceError(
              'timeout',
              `Reading took longer than ${readTimeout} ms.`,
              { remedy: 'Send a smaller document, or try again later.' },
            )
          : error;
      })) as ReadReply | RefusalReply;
      if ('refused' in reply) {
        const { code, message, ...place } = reply.refused;
        throw new EvidenceError(code, message, place);
      }
      return {
        fragment: parse<DocumentFragment>(reply.fragment),
        packed: reply.packed,
      };
    },

    async judge(facts, judgeOptions) {
      try {
        const task: WorkerTask = { do: 'judge', facts, options: judgeOptions };
        const reply = (await runWithin(pool, task, judgeTimeout)) as JsonReply;
        return parse<Judgement>(reply.json);
      } catch (error) {
        return failedJudgement(facts, judgeOptions, {
          error,
          timeoutMs: isTimeout(error) ? judgeTimeout : undefined,
        });
      }
    },

    async describePolicy() {
      const task: WorkerTask = { do: 'describe' };
      const reply = (await runWithin(pool, task, judgeTimeout)) as JsonReply;
      return parse(reply.json);
    },

    async close() {
      await pool.destroy();
    },
  };
}

// The clock starts when a thread takes the task, not while it waits in the queue:
// a burst must not time out because of those in front.
async function runWithin(
  pool: Piscina<WorkerTask, unknown>,
  task: WorkerTask,
  limitMs: number,
): Promise<unknown> {
  const ahead = Math.ceil((pool.queueSize + 1) / pool.maxThreads);
  const signal = AbortSignal.timeout(limitMs * (ahead + 1));
  return pool.run(task, { signal });
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function parse<T>(bytes: Uint8Array): T {
  return JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
      'utf8',
    ),
  );
}
