import { readPaste } from './readPaste';

const part = (value: string) => Buffer.from(value).toString('base64url');
const tokenOf = (payload: string) =>
  `${part('{"alg":"RS256"}')}.${part(payload)}.${part('signature')}`;

describe('readPaste', () => {
  it('reads claims from JSON and from the payload of a token', () => {
    const claims = { sub: 'repo:a/b', repository_id: '7', note: 'Grüße' };
    const text = JSON.stringify(claims);
    expect(readPaste(text)).toEqual({ claims, token: false });
    expect(readPaste(`\ufeff ${text}\n`)).toEqual({ claims, token: false });
    expect(readPaste(tokenOf(text))).toEqual({ claims, token: true });
    expect(readPaste(`Authorization: Bearer ${tokenOf(text)}`)).toEqual({
      claims,
      token: true,
    });
    const broken = tokenOf(text).replace(/(.{20})/g, '$1\n');
    expect(readPaste(broken)).toEqual({ claims, token: true });
  });

  it.each([
    ['{"a": }', 'value', 1, 7],
    ['{"a": 1,\n  b: 2}', 'symbol', 2, 3],
    ['{"a": 1, 2}', 'name', 1, 10],
    ['{"a" 1}', 'colon', 1, 6],
    ['{"a": 1\n "b": 2}', 'comma', 2, 2],
    ['{"a": "b', 'text', 1, 7],
    ['{"a": "\\q"}', 'text', 1, 7],
    ['{"a": 1} more', 'symbol', 1, 10],
    ['{"a": 1} {}', 'end', 1, 10],
    ['{"a": 1,}', 'name', 1, 9],
    ['{"a": 1', 'comma', 1, 8],
    ['// no\n{"a": 1}', 'value', 1, 1],
    ['{"a": 01}', 'comma', 1, 8],
    ['nonsense', 'symbol', 1, 1],
  ])('says where %j stops being JSON', (text, wanted, line, column) => {
    expect(readPaste(text)).toEqual({
      fault: { code: 'json', wanted, line, column },
    });
  });

  it.each(['[', '{"a":', '[{"a":['])('refuses %j without end', start => {
    const text = start.repeat(Math.floor(64_000 / start.length));
    expect(readPaste(text)).toMatchObject({
      fault: { code: 'json', wanted: 'depth', line: 1 },
    });
  });

  it('refuses JSON that is nested too deeply, and takes what is wide', () => {
    const nested = (depth: number) =>
      `{"a": ${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect(readPaste(nested(64))).toEqual({
      fault: { code: 'json', wanted: 'depth', line: 1, column: 71 - 1 },
    });
    expect(readPaste(nested(63))).toMatchObject({ token: false });
    const wide = `{"a": [${'[],'.repeat(1000)}[]]}`;
    expect(readPaste(wide)).toMatchObject({ token: false });
  });

  it.each([
    [' ', { code: 'empty' }],
    ['x'.repeat(64_001), { code: 'long' }],
    ['["sub"]', { code: 'object' }],
    ['null', { code: 'object' }],
    [`${tokenOf('{}')}.a.b`, { code: 'encrypted' }],
    [tokenOf('{}').replace(/\.[^.]*$/, ''), { code: 'parts', parts: 2 }],
    [tokenOf('{'), { code: 'payload' }],
    [tokenOf('[]'), { code: 'object' }],
    [
      `${part('{"alg":1}')}.${Buffer.from([0x7b, 0xff]).toString(
        'base64url',
      )}.c2ln`,
      { code: 'base64' },
    ],
    [
      '{"project_id": 9007199254740993}',
      { code: 'number', name: 'project_id' },
    ],
  ])('refuses what is no set of claims, case %#', (text, fault) => {
    expect(readPaste(text)).toEqual({ fault });
  });
});
