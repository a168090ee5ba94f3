import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTechDocsReaderPage } from '@backstage/plugin-techdocs-react';
import { EVIDENCE_OF_ANNOTATION } from '@hotpass/backstage-plugin-supply-chain-common';

/** Whose evidence the docs page is about, and when its pages were made. */
export interface DocsSource {
  entityRef: string;
  /** The docs are the evidence itself. */
  isCompanion: boolean;
  /** Epoch milliseconds; absent while the reader is loading. */
  builtAt?: number;
}

/** Nothing until the reader knows the entity. */
export function useSource(): DocsSource | undefined {
  const { entityRef, entityMetadata, metadata } = useTechDocsReaderPage();
  const entity = entityMetadata.value;
  if (!entity) return undefined;
  const of = entity.metadata?.annotations?.[EVIDENCE_OF_ANNOTATION];
  return {
    entityRef: of ?? stringifyEntityRef(entityRef),
    isCompanion: of !== undefined,
    builtAt: (metadata.value as { build_timestamp?: number } | undefined)
      ?.build_timestamp,
  };
}
