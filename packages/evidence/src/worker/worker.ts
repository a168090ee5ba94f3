/**
 * The thread that reads, assesses and judges. Started by `createEvidenceWorkers`; not for
 * direct use.
 *
 * @packageDocumentation
 */
import { readFileSync, statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { zstdCompressSync } from 'node:zlib';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { toFragment } from '../facts/toFragment';
import { withDefaultLimits } from '../json';
import { EvidenceError } from '../model/EvidenceError';
import { loadPolicy } from '../policy/loadPolicy';
import type { Policy } from '../policy/Policy.types';
import { readEvidence } from '../readEvidence';
import { PolicyError } from '../policy/PolicyError';
import type {
  JsonReply,
  NoPolicyReply,
  NoTrustPolicyReply,
  ReadReply,
  RefusalReply,
  WorkerTask,
} from './tasks';
import { assessSigned } from '../trust/assessSigned';
import { TrustPolicyError } from '../trust/TrustPolicyError';
import type { SignedArtifact } from '../verify/types';
import { assertSmall } from './assertSmall';
import type { StartedMessage, TimedTask } from './TimedPool';
import { TrustPolicyCache } from './TrustPolicyCache';
import type { ReadLimits, SignedFile } from './types';

const trustPolicies = new TrustPolicyCache();

interface WorkerSettings {
  bundlePath?: string;
  bundleDigest?: string;
}

let policy: Promise<Policy> | undefined;

function thePolicy(): Promise<Policy> {
  if (!policy) {
    const settings = settingsOf(workerData);
    policy = loadPolicy(settings.bundlePath, { digest: settings.bundleDigest });
    // A broken bundle may be replaced while the portal runs.
    policy.catch(() => {
      policy = undefined;
    });
  }
  return policy;
}

// piscina puts its own data first and the caller's second.
function settingsOf(data: unknown): WorkerSettings {
  const own = Array.isArray(data) ? data[1] : data;
  return (own ?? {}) as WorkerSettings;
}

function read(
  task: Extract<WorkerTask, { do: 'read' }>,
): ReadReply | RefusalReply {
  try {
    const limits = withDefaultLimits(task.limits);
    const fragment = toFragment(
      readEvidence(bytesAt(task.path, limits), task.hint, task.limits),
    );
    const json = Buffer.from(JSON.stringify(fragment));
    assertSmall(json, fragment, limits);
    return handOver({
      fragment: bytesOf(json),
      packed: bytesOf(zstdCompressSync(json)),
    });
  } catch (error) {
    return refusalOf(error);
  }
}

function assess(
  task: Extract<WorkerTask, { do: 'assess' }>,
): JsonReply | RefusalReply | NoTrustPolicyReply {
  try {
    const limits = withDefaultLimits(task.limits);
    const loaded = trustPolicies.get(task.policy);
    const found = assessSigned(bytesAt(task.path, limits), loaded, {
      limits,
      artifact: task.signed && artifactOf(task.signed, limits),
    });
    return { json: bytesOf(Buffer.from(JSON.stringify(found))) };
  } catch (error) {
    return error instanceof TrustPolicyError
      ? { noTrustPolicy: error.problems }
      : refusalOf(error);
  }
}

function artifactOf(
  { digest, path }: SignedFile,
  limits: ReadLimits,
): SignedArtifact {
  return {
    digest: { sha256: digest.replace('sha256:', '') },
    ...(path !== undefined && { bytes: bytesAt(path, limits) }),
  };
}

function bytesAt(path: string, { maxBytes }: ReadLimits): Buffer {
  // The size is asked before the bytes come into memory.
  const { size } = statSync(path);
  if (size > maxBytes) {
    throw new EvidenceError(
      'too-large',
      `The document has ${size} bytes, ${maxBytes} are allowed.`,
    );
  }
  // This thread has nothing else to do meanwhile
  return readFileSync(path);
}

function refusalOf(error: unknown): RefusalReply {
  if (!(error instanceof EvidenceError)) throw error;
  const { code, message, pointer, line, column, remedy } = error;
  return { refused: { code, message, pointer, line, column, remedy } };
}

// Moved, not copied: a copy of a large fragment would stall the caller's loop.
function handOver(reply: ReadReply): ReadReply {
  return move({
    [transferableSymbol]: [reply.fragment.buffer, reply.packed.buffer],
    [valueSymbol]: reply,
  } as unknown as ArrayBuffer) as unknown as ReadReply;
}

/** Bytes that own their memory: small Buffers are views of a pool, and cannot be moved. */
function bytesOf(buffer: Buffer): Uint8Array {
  return buffer.byteLength === buffer.buffer.byteLength
    ? new Uint8Array(buffer.buffer as ArrayBuffer)
    : Uint8Array.from(buffer);
}

async function withPolicy(
  ask: (loaded: Policy) => unknown,
): Promise<JsonReply | NoPolicyReply> {
  try {
    const answer = ask(await thePolicy());
    return { json: bytesOf(Buffer.from(JSON.stringify(answer))) };
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const { code, message } = error;
    return { noPolicy: { code, message } };
  }
}

/**
 * Runs one task of the pool; refusals come back as data, everything else throws.
 * The shapes of tasks and replies are private to this package.
 *
 * @public
 */
export default async function run(message: unknown): Promise<unknown> {
  const { id, task } = message as TimedTask<WorkerTask>;
  parentPort?.postMessage({ started: id } satisfies StartedMessage);
  switch (task.do) {
    case 'read':
      return read(task);
    case 'assess':
      return assess(task);
    case 'judge':
      return withPolicy(loaded => loaded.judge(task.facts, task.options));
    default:
      return withPolicy(({ digest, rules }) => ({ digest, rules }));
  }
}
