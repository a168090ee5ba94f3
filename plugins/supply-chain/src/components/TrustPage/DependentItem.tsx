import { Link } from '@backstage/ui';
import { TrustDependentPage } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiForbid2Line } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { refName, RelativeTime, StatusWord, useEntityTabPath } from '../shared';

/** One document that relies on a line, and the release it counts for. */
export function DependentItem(props: {
  item: TrustDependentPage['items'][number];
}) {
  const { item } = props;
  const { t } = useMessages();
  const tabPath = useEntityTabPath();
  return (
    <li className={styles.issuer}>
      <span className={styles.inline}>
        <Link
          href={tabPath(item.entityRef, {
            release: item.releaseId,
            section: 'evidence',
          })}
          variant="body-medium"
          title={item.entityRef}
        >
          {refName(item.entityRef)} {item.version}
        </Link>
        <span>{t(`states.kind.${item.kind}`)}</span>
        {item.fileName && <code className={styles.where}>{item.fileName}</code>}
        {item.state === 'revoked' && (
          <StatusWord icon={<RiForbid2Line />} tone="danger">
            {t('trust.dependents.revoked')}
          </StatusWord>
        )}
      </span>
      {item.signedAt && (
        <div className={styles.muted}>
          {t('trust.dependents.signed')} <RelativeTime at={item.signedAt} />
        </div>
      )}
    </li>
  );
}
