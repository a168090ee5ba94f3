import { LoadedPolicy, loadPolicySync } from '@open-policy-agent/opa-wasm';
import { PolicyError } from './PolicyError';

/*
 * What the SDK does not do, and why it matters:
 *
 * - The engine needs about 45 times the bytes of its input. Grown page by page, the
 *   first evaluation of 6 MB takes 43 s; sized beforehand, less than one. So memory
 *   is sized from the input, and input beyond the maximum is refused with a reason.
 * - Memory never shrinks, so large instances are thrown away after use; small ones
 *   are kept, with their data loaded anew each time, and renewed now and then.
 * - A builtin that is missing throws only when a rule reaches it: asked at load.
 * - Nothing interrupts an evaluation: the caller runs it in a thread and ends that.
 * - It throws bare strings and plain objects: turned into errors here.
 */

const PAGE = 65_536;
const MEMORY_PER_INPUT_BYTE = 45;
const MIN_PAGES = 64;
const KEPT_PAGES = 1024;
const MAX_USES = 100;

// What the SDK itself provides to policies; it has no list of them.
const SDK_BUILTINS = new Set([
  'sprintf',
  'json.is_valid',
  'regex.split',
  'yaml.is_valid',
  'yaml.marshal',
  'yaml.unmarshal',
]);

/** A compiled policy with one entrypoint. Not for use by two callers at once. */
export class PolicyEngine {
  readonly #module: WebAssembly.Module;
  readonly #entrypoint: string;
  readonly #maxPages: number;
  #kept?: { policy: LoadedPolicy; pages: number; uses: number };

  private constructor(
    module: WebAssembly.Module,
    entrypoint: string,
    maxBytes: number,
  ) {
    this.#module = module;
    this.#entrypoint = entrypoint;
    this.#maxPages = Math.floor(maxBytes / PAGE);
  }

  static async create(options: {
    wasm: Uint8Array;
    entrypoint: string;
    /** Largest memory of one evaluation, in bytes. */
    maxBytes: number;
  }): Promise<PolicyEngine> {
    try {
      // A copy, because the bytes may be a view of a larger, pooled buffer.
      const module = await WebAssembly.compile(new Uint8Array(options.wasm));
      const engine = new PolicyEngine(
        module,
        options.entrypoint,
        options.maxBytes,
      );
      engine.#checkFirstInstance();
      return engine;
    } catch (error) {
      throw toPolicyError(error);
    }
  }

  /** Evaluates the entrypoint over JSON bytes. Throws `PolicyError`. */
  evaluate(input: Uint8Array, data: Record<string, unknown>): unknown {
    const pages = Math.max(
      MIN_PAGES,
      Math.ceil((input.byteLength * MEMORY_PER_INPUT_BYTE) / PAGE),
    );
    if (pages > this.#maxPages) {
      throw new PolicyError(
        'too-large',
        `${
          input.byteLength
        } bytes of facts would need ${pages} pages of memory, ${
          this.#maxPages
        } are allowed`,
      );
    }
    try {
      const policy = this.#instance(pages);
      policy.setData(data);
      // The SDK takes JSON text only as an ArrayBuffer of exactly that length.
      const text = new ArrayBuffer(input.byteLength);
      new Uint8Array(text).set(input);
      const [answer] = policy.evaluate(text, this.#entrypoint);
      return answer?.result;
    } catch (error) {
      this.#kept = undefined;
      throw toPolicyError(error);
    }
  }

  #instance(pages: number): LoadedPolicy {
    let kept = this.#kept;
    if (!kept || kept.pages < pages || kept.uses >= MAX_USES) {
      kept = { policy: this.#instantiate(pages), pages, uses: 0 };
    }
    kept.uses += 1;
    this.#kept = kept.pages <= KEPT_PAGES ? kept : undefined;
    return kept.policy;
  }

  #instantiate(pages: number): LoadedPolicy {
    return loadPolicySync(this.#module, {
      initial: pages,
      maximum: this.#maxPages,
    });
  }

  #checkFirstInstance() {
    const policy = this.#instantiate(MIN_PAGES);
    if (!Object.hasOwn(policy.entrypoints, this.#entrypoint)) {
      throw new PolicyError(
        'entrypoint-missing',
        `the policy has no entrypoint '${this.#entrypoint}'`,
      );
    }
    const missing = requiredBuiltins(policy).filter(
      name => !SDK_BUILTINS.has(name),
    );
    if (missing.length) {
      throw new PolicyError(
        'builtin-missing',
        `the policy calls builtins that are not available here: ${missing
          .sort()
          .join(', ')}`,
      );
    }
  }
}

// The builtins that the compiled form asks of its host: the export `builtins` of the
// WASM ABI, a JSON object of names to numbers.
function requiredBuiltins(policy: LoadedPolicy): string[] {
  const instance = policy.wasmInstance as WebAssembly.Instance;
  const { builtins, opa_json_dump: dump } = instance.exports as Record<
    string,
    (address?: number) => number
  >;
  const start = dump(builtins());
  const memory = Buffer.from(policy.mem.buffer);
  return Object.keys(
    JSON.parse(memory.toString('utf8', start, memory.indexOf(0, start))),
  );
}

function toPolicyError(error: unknown): PolicyError {
  if (error instanceof PolicyError) {
    return error;
  }
  const message =
    typeof error === 'string'
      ? error
      : (error as { message?: string })?.message ?? JSON.stringify(error);
  return new PolicyError('engine', `the policy engine failed: ${message}`);
}
