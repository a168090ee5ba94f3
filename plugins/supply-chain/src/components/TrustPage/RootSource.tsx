import { TrustPolicyView } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { RelativeTime } from '../shared';

/** Which TUF repository a root is kept fresh from, and which version of it is used. */
export function RootSource(props: { root: TrustPolicyView['roots'][number] }) {
  const { repository, refreshedAt } = props.root;
  const { t } = useMessages();
  if (!repository) return null;
  const { mirror, versions, since } = repository;
  return (
    <span className={styles.muted}>
      {t('trust.material.from', { mirror })};{' '}
      {versions && since ? (
        <>
          {t('trust.material.version', {
            root: versions.root,
            targets: versions.targets,
          })}{' '}
          <RelativeTime at={since} />
        </>
      ) : (
        t('trust.material.unreached')
      )}
      {refreshedAt && (
        <>
          ; {t('trust.material.refreshed')} <RelativeTime at={refreshedAt} />
        </>
      )}
    </span>
  );
}
