import { useMessages } from '../../hooks/useMessages';
import { CopyButton } from '../copy';
import { shortDigest } from './format';
import styles from './DigestText.module.css';

/** A shortened digest; hovering shows it whole and the button copies it whole. */
export function DigestText(props: { digest: string; copy?: boolean }) {
  const { digest, copy = true } = props;
  const { t } = useMessages();
  return (
    <span className={styles.root}>
      <code className={styles.code} title={digest}>
        {shortDigest(digest)}
      </code>
      {copy && (
        <CopyButton
          text={digest}
          label={t('states.copyDigest', { digest: shortDigest(digest) })}
        />
      )}
    </span>
  );
}
