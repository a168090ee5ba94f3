import { EvidenceKind } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import styles from './retention.module.css';

/** What kind of document it is, and the name it came with. */
export function EvidenceName(props: {
  kind?: EvidenceKind;
  fileName?: string;
}) {
  const { kind, fileName } = props;
  const { t } = useMessages();
  const name = [kind && t(`states.kind.${kind}`), fileName];
  return <span className={styles.wrap}>{name.filter(Boolean).join(' ')}</span>;
}
