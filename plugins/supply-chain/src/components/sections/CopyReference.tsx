import { parseEntityRef } from '@backstage/catalog-model';
import {
  Evidence,
  MirrorState,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { CopyButton } from '../copy';
import { markdownReference, useDocsPath } from '../docs';

/** Copies a link to the document's own page, which stays even when the document goes. */
export function CopyReference(props: {
  mirror: MirrorState;
  evidence: Evidence;
  entityRef: string;
  version: string;
  name: string;
}) {
  const { mirror, evidence, entityRef, version, name } = props;
  const { t } = useMessages();
  const docsPath = useDocsPath();
  if (!docsPath) return null;
  const hex = evidence.digest.replace(/^sha256:/, '');
  const path = docsPath(mirror.companionRef, `evidence/${hex}/`);
  const kind = t(`states.kind.${evidence.kind}`);
  const text = `${kind} ${hex.slice(0, 12)}, ${
    parseEntityRef(entityRef).name
  } ${version}`;
  return (
    <CopyButton
      text={markdownReference(text, new URL(path, window.location.origin).href)}
      label={t('docs.referenceLabel', { name })}
    />
  );
}
