import { useMessages } from '../../hooks/useMessages';
import { DigestText } from '../shared';
import styles from './sections.module.css';

/** The digests of something that a statement names, each with its algorithm. */
export function ProvenanceDigests(props: {
  digests: { [algorithm: string]: string };
}) {
  return (
    <>
      {Object.entries(props.digests).map(([algorithm, hex]) => (
        <span key={algorithm} className={styles.inline}>
          <span className={styles.muted}>{algorithm}</span>
          <DigestText digest={`${algorithm}:${hex}`} />
        </span>
      ))}
    </>
  );
}

/** Says how many more there are than the list shows. */
export function MoreItems(props: { count: number }) {
  const { t } = useMessages();
  if (props.count <= 0) return null;
  return (
    <li className={styles.muted}>
      {t('sections.provenance.more', { count: props.count })}
    </li>
  );
}
