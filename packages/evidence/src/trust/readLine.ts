import { RequiredMaterial } from '../verify/types';
import { PolicyNode } from './PolicyNode';
import { KnownNames, readSigner } from './readSigner';
import {
  BuildExpectation,
  Revocation,
  TrustedSigner,
  TrustLine,
} from './TrustPolicy';

/** More of one kind than any signing tool writes. */
const MOST = 8;

/** Who may say what about whom. */
export function readLine(node: PolicyNode, known: KnownNames): TrustLine {
  node.only(
    'id',
    'signer',
    'require',
    'from',
    'until',
    'predicateTypes',
    'entities',
    'origins',
    'build',
    'revoked',
  );
  const signer = readSigner(node.object('signer'), known);
  const line: TrustLine = {
    id: node.text('id'),
    signer,
    require: readMaterial(node.object('require'), signer),
    ...(node.has('from') && { from: node.date('from') }),
    ...(node.has('until') && { until: node.date('until') }),
    predicateTypes: node.texts('predicateTypes'),
    entities: node.texts('entities'),
    ...(node.has('origins') && { origins: node.texts('origins') }),
    ...(node.has('build') && { build: readBuild(node.object('build')) }),
    ...(node.has('revoked') && {
      revoked: readRevocation(node.object('revoked')),
    }),
  };
  if (
    line.from &&
    line.until &&
    Date.parse(line.from) >= Date.parse(line.until)
  ) {
    node.fault(
      'until',
      'The line ends before it begins.',
      'Write an until that is later than from.',
    );
  }
  return line;
}

function readMaterial(
  node: PolicyNode,
  signer: TrustedSigner,
): RequiredMaterial {
  node.only('log', 'sct', 'time');
  const require = {
    log: node.integer('log', 0, MOST),
    sct: node.integer('sct', 0, MOST),
    time: node.integer('time', 0, MOST),
  };
  if (signer.type === 'certificate') {
    if (require.time === 0) {
      node.fault(
        'time',
        'A certificate was valid for minutes, and without a trusted time says nothing.',
        'Require 1 or more.',
      );
    }
    return require;
  }
  if (require.sct > 0) {
    node.fault('sct', 'Only certificates have any.', 'Write 0.');
  }
  if (require.log + require.time > 0 && !signer.root) {
    node.fault(
      undefined,
      'It is not said whose logs and time stamps are meant.',
      'Name a root beside the keys of the signer, or require none.',
    );
  }
  return require;
}

function readRevocation(node: PolicyNode): Revocation {
  node.only('reason', 'since');
  return {
    reason: node.oneOf('reason', ['retired', 'compromised']),
    since: node.date('since'),
  };
}

function readBuild(node: PolicyNode): BuildExpectation {
  node.only('level', 'builders', 'buildTypes', 'source', 'externalParameters');
  const source = node.object('source');
  source.only('repositories', 'refs');
  const parameters = node.object('externalParameters');
  return {
    level: node.integer('level', 1, 3) as 1 | 2 | 3,
    builders: node.texts('builders'),
    buildTypes: node.texts('buildTypes'),
    source: {
      repositories: source.texts('repositories'),
      refs: source.texts('refs'),
    },
    externalParameters: Object.fromEntries(
      Object.keys(parameters.value).map(pointer => {
        if (pointer !== '' && !pointer.startsWith('/')) {
          parameters.fault(
            pointer,
            `'${pointer}' is no JSON pointer.`,
            'Write it as /workflow/ref, from externalParameters on.',
          );
        }
        return [pointer, parameters.texts(pointer)];
      }),
    ),
  };
}
