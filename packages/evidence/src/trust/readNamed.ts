import { EvidenceError } from '../model/EvidenceError';
import { readKey, VerifyKey } from '../verify/readKey';
import { SigstoreRoot, trustedRootOf } from '../verify/readTrustedRoot';
import { PolicyNode } from './PolicyNode';
import { TrustPolicy } from './TrustPolicy';

type NamedRoot = TrustPolicy['roots'][number];
type NamedKey = TrustPolicy['keys'][number];

/** The roots as they stand, and ready for use by their names. */
export function readRoots(nodes: PolicyNode[]): {
  listed: NamedRoot[];
  loaded: Map<string, SigstoreRoot>;
} {
  const loaded = new Map<string, SigstoreRoot>();
  const listed = nodes.map(node => {
    node.only('name', 'root', 'tuf');
    const name = node.text('name');
    const root = node.object('root').value;
    place(node, 'root', () => loaded.set(name, trustedRootOf(root)));
    const tuf = node.has('tuf') ? readTuf(node.object('tuf')) : undefined;
    return { name, root, ...(tuf && { tuf }) };
  });
  refuseTwice(nodes, 'name');
  return { listed, loaded };
}

function readTuf(node: PolicyNode): NamedRoot['tuf'] {
  node.only('mirror', 'initialRoot');
  return { mirror: node.text('mirror'), initialRoot: node.text('initialRoot') };
}

/** The keys as they stand, and ready for use by their names. */
export function readKeys(nodes: PolicyNode[]): {
  listed: NamedKey[];
  loaded: Map<string, VerifyKey>;
} {
  const loaded = new Map<string, VerifyKey>();
  const listed = nodes.map(node => {
    node.only('name', 'pem', 'padding');
    const key: NamedKey = {
      name: node.text('name'),
      pem: node.text('pem'),
      ...(node.has('padding') && {
        padding: node.oneOf<'pkcs1' | 'pss'>('padding', ['pkcs1', 'pss']),
      }),
    };
    place(node, 'pem', () => {
      const read = readKey(key.pem, { padding: key.padding });
      const twin = [...loaded].find(([, other]) => other.id === read.id);
      if (twin) {
        node.fault(
          'pem',
          `This is the key '${twin[0]}' once more.`,
          'Keep one of the two.',
        );
      }
      loaded.set(key.name, read);
    });
    return key;
  });
  refuseTwice(nodes, 'name');
  return { listed, loaded };
}

/** Two of one name: nobody could say which is meant. */
export function refuseTwice(nodes: PolicyNode[], key: string): void {
  const seen = new Set<unknown>();
  for (const node of nodes) {
    const name = node.value[key];
    if (seen.has(name)) {
      node.fault(
        key,
        `'${String(name)}' is there twice.`,
        'Give each its own name.',
      );
    }
    seen.add(name);
  }
}

// What the readers refuse lies below the place where it stands here
function place(node: PolicyNode, key: string, read: () => void): void {
  if (!node.has(key)) return;
  try {
    read();
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    node.problems.push({
      pointer: `${node.pointer}/${key}${error.pointer ?? ''}`,
      message: error.message,
      remedy: error.remedy ?? 'Give what its maker wrote.',
    });
  }
}
