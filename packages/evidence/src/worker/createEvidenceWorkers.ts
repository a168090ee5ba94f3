import type { DocumentFragment } from '../facts/DocumentFragment';
import { EvidenceError } from '../model/EvidenceError';
import type { Judgement } from '../policy/types';
import { failedJudgement } from './failedJudgement';
import { PolicyError } from '../policy/PolicyError';
import type {
  JsonReply,
  NoPolicyReply,
  NoTrustPolicyReply,
  ReadReply,
  RefusalReply,
  WorkerTask,
} from './tasks';
import type { SignedAssessment } from '../trust/SignedAssessment';
import { TrustPolicyError } from '../trust/TrustPolicyError';
import type { EvidenceWorkers, EvidenceWorkersOptions } from './types';
import { TaskTimeout, TimedPool } from './TimedPool';
import { workerEntry } from './workerPath';

/*
 * A thread is ended, not asked, when its time is over: neither JSON.parse nor a
 * policy can be interrupted. A thread's memory limit is no guard either (one large
 * parse beyond it ends the whole process), so size, depth and node count are checked
 * on the bytes before they are parsed.
 */

/**
 * Starts threads that read, assess and judge evidence off the event loop.
 *
 * @public
 */
export function createEvidenceWorkers(
  options: EvidenceWorkersOptions = {},
): EvidenceWorkers {
  const { path, execArgv } = workerEntry();
  const pool = new TimedPool<WorkerTask>({
    filename: path,
    execArgv,
    threads: options.threads ?? 1,
    workerData: {
      bundlePath: options.bundlePath,
      bundleDigest: options.bundleDigest,
    },
  });
  const readTimeout = options.readTimeoutMs ?? 20_000;
  const assessTimeout = options.assessTimeoutMs ?? 20_000;
  const judgeTimeout = options.judgeTimeoutMs ?? 10_000;

  async function ask<T>(task: WorkerTask): Promise<T> {
    const reply = (await pool.run(task, judgeTimeout)) as
      | JsonReply
      | NoPolicyReply;
    if ('noPolicy' in reply) {
      throw new PolicyError(reply.noPolicy.code, reply.noPolicy.message);
    }
    return parse<T>(reply.json);
  }

  async function readOff<T extends object>(
    task: WorkerTask,
    limitMs: number,
    doing: string,
  ): Promise<T> {
    const reply = (await pool.run(task, limitMs).catch(error => {
      throw error instanceof TaskTimeout
        ? new EvidenceError(
            'timeout',
            `${doing} took longer than ${limitMs} ms.`,
            { remedy: 'Send a smaller document, or try again later.' },
          )
        : error;
    })) as T | RefusalReply;
    if (!('refused' in reply)) return reply;
    const { code, message, ...place } = reply.refused;
    throw new EvidenceError(code, message, place);
  }

  return {
    async read(file, hint) {
      const reply = await readOff<ReadReply>(
        { do: 'read', path: file, hint, limits: options.limits },
        readTimeout,
        'Reading',
      );
      return {
        fragment: parse<DocumentFragment>(reply.fragment),
        packed: reply.packed,
      };
    },

    async assess(file, policy, signed) {
      const reply = await readOff<JsonReply | NoTrustPolicyReply>(
        { do: 'assess', path: file, policy, signed, limits: options.limits },
        assessTimeout,
        'Checking its signature',
      );
      if ('noTrustPolicy' in reply) {
        throw new TrustPolicyError(reply.noTrustPolicy);
      }
      return parse<SignedAssessment>(reply.json);
    },

    async judge(facts, judgeOptions) {
      try {
        const task: WorkerTask = { do: 'judge', facts, options: judgeOptions };
        return await ask<Judgement>(task);
      } catch (error) {
        return failedJudgement(
          facts,
          judgeOptions,
          error instanceof TaskTimeout
            ? new PolicyError(
                'timeout',
                `The policy took longer than ${judgeTimeout} ms and was ended.`,
              )
            : error,
        );
      }
    },

    async describePolicy() {
      return ask({ do: 'describe' });
    },

    async close() {
      await pool.close();
    },
  };
}

function parse<T>(bytes: Uint8Array): T {
  return JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
      'utf8',
    ),
  );
}
