import { DeadReferencePage } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { refName, RelativeTime } from '../shared';

/** How much of the catalog's docs this is about, and what could not be looked through. */
export function DocsLooked(props: { docs: DeadReferencePage['docs'] }) {
  const { read, unpublished, unreadable, checkedAt } = props.docs;
  const { t } = useMessages();
  if (!checkedAt) {
    return <p className={styles.lead}>{t('retention.references.never')}</p>;
  }
  return (
    <>
      <p className={styles.lead}>
        {t('retention.references.looked', { count: read })}{' '}
        <RelativeTime at={checkedAt} />
        {unpublished > 0 &&
          ` · ${t('retention.references.unpublished', { count: unpublished })}`}
      </p>
      {unreadable.length > 0 && (
        <ul
          className={styles.pairs}
          aria-label={t('retention.references.unreadable')}
        >
          {unreadable.map(({ entityRef, reason }) => (
            <li key={entityRef} className={styles.fault}>
              {t('retention.references.notRead', { name: refName(entityRef) })}{' '}
              {reason}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
