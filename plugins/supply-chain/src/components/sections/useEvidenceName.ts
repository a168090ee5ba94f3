import { Evidence } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';

/** `SBOM app.cdx.json`: the kind, and what the reader knows the document by. */
export function useEvidenceName() {
  const { t } = useMessages();
  return (evidence: Evidence) =>
    `${t(`states.kind.${evidence.kind}`)} ${
      evidence.fileName ?? evidence.stream
    }`;
}
