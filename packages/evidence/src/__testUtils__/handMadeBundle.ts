import { gzipSync } from 'node:zlib';

/*
 * A policy of a few hundred bytes, assembled by hand, so that the engine can be
 * tested against what no well-behaved policy does: never ending, aborting, asking
 * for builtins that nobody has. Interface: OPA WASM ABI 1.3.
 */

const I32 = 0x7f;
const HEAP = 1 << 20;
const BUILTINS_AT = 1024;
const ENTRYPOINTS_AT = 4096;
const ABORT_AT = 8192;

const EVALUATIONS = {
  // loop; br 0; end; i32.const 0
  loop: [0x03, 0x40, 0x0c, 0x00, 0x0b, ...i32(0)],
  // call opa_abort, which is the only imported function
  abort: [...i32(ABORT_AT), 0x10, 0x00, ...i32(0)],
  trap: [0x00],
};

export interface HandMadeBundleOptions {
  evaluation?: keyof typeof EVALUATIONS;
  builtins?: string[];
  entrypoint?: string;
  rules?: unknown;
}

export function handMadeBundle(options: HandMadeBundleOptions = {}): Buffer {
  const rules = options.rules ?? [
    {
      code: 'T-1',
      title: 'A rule',
      description: 'For tests.',
      severity: 'low',
      collections: ['release'],
      controls: [],
      needs: [],
      level: 'deny',
      waivable: true,
      source: 'test',
    },
  ];
  return tarGz({
    '/data.json': Buffer.from(JSON.stringify({ rules })),
    '/policy.wasm': assemble(options),
  });
}

export function tarGz(files: Record<string, Uint8Array>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('0', 156);
    header.write('ustar\0', 257);
    const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
    return [header, content, padding];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

function assemble({
  evaluation = 'trap',
  builtins = [],
  entrypoint = 'supply_chain/decision',
}: HandMadeBundleOptions): Uint8Array {
  // Types: 0 abort, 1 get, 2 set, 3 one to one, 4 two to one, 5 opa_eval.
  const types = [
    [1, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [2, 1],
    [7, 1],
  ].map(([parameters, results]) => [
    0x60,
    ...vector(Array(parameters).fill([I32])),
    ...vector(Array(results).fill([I32])),
  ]);
  const functions: { name: string; type: number; code: number[] }[] = [
    { name: 'builtins', type: 1, code: i32(BUILTINS_AT) },
    { name: 'entrypoints', type: 1, code: i32(ENTRYPOINTS_AT) },
    { name: 'opa_json_dump', type: 3, code: [0x20, 0] },
    { name: 'opa_json_parse', type: 4, code: [0x20, 0] },
    { name: 'opa_malloc', type: 3, code: i32(HEAP) },
    { name: 'opa_heap_ptr_get', type: 1, code: i32(HEAP) },
    { name: 'opa_heap_ptr_set', type: 2, code: [] },
    { name: 'opa_eval', type: 5, code: EVALUATIONS[evaluation] },
  ];
  const named = (names: string[]) =>
    JSON.stringify(Object.fromEntries(names.map((name, i) => [name, i])));
  const data: [number, string][] = [
    [BUILTINS_AT, named(builtins)],
    [ENTRYPOINTS_AT, named([entrypoint])],
    [ABORT_AT, 'the policy gave up'],
  ];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types),
    ...section(2, [
      [...text('env'), ...text('memory'), 0x02, 0x00, 2],
      [...text('env'), ...text('opa_abort'), 0x00, 0],
    ]),
    ...section(
      3,
      functions.map(({ type }) => [type]),
    ),
    ...section(6, [
      [I32, 0, ...i32(1), 0x0b],
      [I32, 0, ...i32(3), 0x0b],
    ]),
    ...section(7, [
      [...text('opa_wasm_abi_version'), 0x03, 0],
      [...text('opa_wasm_abi_minor_version'), 0x03, 1],
      ...functions.map(({ name }, i) => [...text(name), 0x00, i + 1]),
    ]),
    ...section(
      10,
      functions.map(({ code }) => sized([0, ...code, 0x0b])),
    ),
    ...section(
      11,
      data.map(([at, content]) => [
        0,
        ...i32(at),
        0x0b,
        ...text(`${content}\0`),
      ]),
    ),
  ]);
}

function section(id: number, items: number[][]): number[] {
  return [id, ...sized(vector(items))];
}

function vector(items: number[][]): number[] {
  return [...leb(items.length), ...items.flat()];
}

function sized(bytes: number[]): number[] {
  return [...leb(bytes.length), ...bytes];
}

function text(value: string): number[] {
  return sized([...Buffer.from(value)]);
}

function i32(value: number): number[] {
  return [0x41, ...leb(value, 0x40)];
}

// LEB128; `sign` is the bit that a last byte must not set when the value is signed.
function leb(value: number, sign = 0x80): number[] {
  return value < sign
    ? [value]
    : [(value & 0x7f) | 0x80, ...leb(value >>> 7, sign)];
}
