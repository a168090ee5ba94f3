import { objectAt, stringAt } from '../../json';
import {
  ProvenanceDocument,
  ResourceDescriptor,
} from '../../model/ReadDocument';

/**
 * The source that a provenance names. Build types state it in their own way; these
 * are the ones in use: `workflow` (GitHub Actions), `source` (SLSA's example type,
 * text or descriptor) and `configSource` (v0.2), else the first git dependency.
 *
 * @internal
 */
export function sourceOf(
  parameters: Record<string, unknown>,
  dependencies: ResourceDescriptor[],
): ProvenanceDocument['source'] {
  const workflow = objectAt(parameters, 'workflow');
  const described =
    objectAt(parameters, 'source') ?? objectAt(parameters, 'configSource');
  const uri =
    stringAt(workflow, 'repository') ??
    stringAt(described, 'uri') ??
    stringAt(parameters, 'source');
  const dependency =
    dependencies.find(item =>
      uri ? isSameRepository(item.uri, uri) : commitOf(item),
    ) ?? dependencies.find(item => commitOf(item));
  const found = uri ?? dependency?.uri;
  if (!found) return undefined;
  const [withoutRef, refInUri] = splitRef(found);
  return {
    uri: withoutRef,
    commit: dependency && commitOf(dependency),
    ref:
      stringAt(workflow, 'ref') ??
      stringAt(parameters, 'ref') ??
      refInUri ??
      splitRef(dependency?.uri ?? '')[1],
  };
}

// Before there was `gitCommit`, commits were written as `sha1`; so are files.
function commitOf(item: ResourceDescriptor): string | undefined {
  const isGit = /^git[+:]|\.git(@|$)/.test(item.uri ?? '');
  return item.digest.gitcommit ?? (isGit ? item.digest.sha1 : undefined);
}

function isSameRepository(left: string | undefined, right: string): boolean {
  return left !== undefined && plain(left) === plain(right);
}

function plain(uri: string): string {
  return splitRef(uri)[0]
    .replace(/^git\+/, '')
    .replace(/\.git$/, '');
}

// `git+https://host/owner/name@refs/heads/main`
function splitRef(uri: string): [string, string | undefined] {
  const at = uri.indexOf('@refs/');
  return at === -1 ? [uri, undefined] : [uri.slice(0, at), uri.slice(at + 1)];
}
