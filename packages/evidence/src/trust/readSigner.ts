import { PolicyNode } from './PolicyNode';
import { SignerSource, TrustedSigner } from './TrustPolicy';

/** What a line may name. */
export interface KnownNames {
  roots: ReadonlySet<string>;
  keys: ReadonlySet<string>;
}

/*
 * Addresses of workflows: GitHub's and its look-alikes' lie in a folder of that name,
 * GitLab's CI configuration comes behind two slashes.
 */
const WORKFLOW = /\/\.(github|gitea|forgejo)\/workflows\/|\/\/.*\.ya?ml/i;
const CI_ISSUER =
  /^https:\/\/(token\.actions\.|gitlab\.|oidc\.circleci\.|agent\.buildkite\.)/i;

/** Who a line speaks of. */
export function readSigner(node: PolicyNode, known: KnownNames): TrustedSigner {
  const type = node.oneOf('type', ['key', 'certificate']);
  if (type === 'key') {
    node.only('type', 'keys', 'root');
    const keys = node.texts('keys');
    for (const name of keys) requireKnown(node, 'keys', name, known.keys);
    if (new Set(keys).size < keys.length) {
      node.fault('keys', 'A key is named twice.', 'Name each once.');
    }
    return {
      type,
      keys,
      ...(node.has('root') && { root: readRoot(node, known) }),
    };
  }
  node.only('type', 'root', 'issuer', 'identity', 'source');
  const issuer = node.text('issuer');
  const identity = node.text('identity');
  refuseWildIssuer(node, issuer);
  refuseWildIdentity(node, identity);
  const source = node.has('source')
    ? readSource(node.object('source'))
    : undefined;
  if (!source && isWorkflow(identity, issuer)) {
    node.fault(
      'source',
      'Its identity is a workflow, which any repository may call, and it is not said whose runs are meant.',
      'Write source with repositoryId, refs and triggers.',
    );
  }
  return {
    type,
    root: readRoot(node, known),
    issuer,
    identity,
    ...(source && { source }),
  };
}

/** Whether it is, or may stand for, a workflow: a glob over addresses may. */
function isWorkflow(identity: string, issuer: string): boolean {
  return (
    WORKFLOW.test(identity) ||
    CI_ISSUER.test(issuer) ||
    /^https?:.*[*?]/i.test(identity)
  );
}

function readRoot(node: PolicyNode, known: KnownNames): string {
  const name = node.text('root');
  if (name) requireKnown(node, 'root', name, known.roots);
  return name;
}

function readSource(node: PolicyNode): SignerSource {
  node.only('repositoryId', 'refs', 'triggers');
  const source = {
    repositoryId: node.text('repositoryId'),
    refs: node.texts('refs'),
    triggers: node.texts('triggers'),
  };
  const pattern = source.triggers.find(trigger => /[*?]/.test(trigger));
  if (pattern !== undefined) {
    node.fault(
      'triggers',
      `The trigger '${pattern}' is a pattern.`,
      'Name each event exactly.',
    );
  }
  return source;
}

function requireKnown(
  node: PolicyNode,
  key: string,
  name: string,
  names: ReadonlySet<string>,
): void {
  if (names.has(name)) return;
  node.fault(
    key,
    `Nothing is called '${name}'.`,
    names.size > 0
      ? `Write one of ${[...names].join(', ')}.`
      : 'Configure it first.',
  );
}

function refuseWildIssuer(node: PolicyNode, issuer: string): void {
  if (!/[*?\s]/.test(issuer)) return;
  node.fault(
    'issuer',
    'An issuer is one exact address, never a pattern.',
    'Write the address as the certificate has it.',
  );
}

// `*` alone, or with a scheme, is whoever the issuer knows: anybody
function refuseWildIdentity(node: PolicyNode, identity: string): void {
  if (
    identity === '' ||
    /[^*?:/@.\s]{3,}/.test(identity.replace(/^https?:\/\//, ''))
  ) {
    return;
  }
  node.fault(
    'identity',
    `'${identity}' stands for anybody whom the issuer knows.`,
    'Name the workflow or person, or at least their organisation.',
  );
}
