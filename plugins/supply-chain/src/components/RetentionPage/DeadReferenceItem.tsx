import { Link } from '@backstage/ui';
import { DeadReference } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { useDocsPath } from '../docs';
import styles from '../shared/page.module.css';
import { DigestText, refName, RelativeTime } from '../shared';
import { EvidenceLink } from './EvidenceLink';

/** The page that has the link, what it leads to, and what became of that. */
export function DeadReferenceItem(props: { dead: DeadReference }) {
  const { docsEntityRef, file, reference, cause, entityRef, at, rule } =
    props.dead;
  const { t } = useMessages();
  const docsPath = useDocsPath();
  const page = file.replace(/(^|\/)index\.html$/, '$1');
  const where = `${refName(docsEntityRef)} ${page}`.trim();
  const [part, id] = reference.page.split('/');
  const digest = part === 'evidence' && id ? `sha256:${id}` : undefined;
  return (
    <li className={styles.mapping}>
      <span className={styles.inline}>
        {docsPath ? (
          <Link
            href={docsPath(docsEntityRef, page)}
            variant="body-medium"
            title={docsEntityRef}
          >
            {where}
          </Link>
        ) : (
          <span title={docsEntityRef}>{where}</span>
        )}
        {t('retention.references.to')}
        {entityRef ? (
          <EvidenceLink entityRef={entityRef} />
        ) : (
          `${reference.namespace}/${reference.name}`
        )}
        {digest ? (
          <DigestText digest={digest} />
        ) : (
          <code className={styles.code}>/{reference.page}</code>
        )}
      </span>
      <span className={styles.muted}>
        {t(`retention.references.cause.${cause}`)}{' '}
        {at && <RelativeTime at={at} />}
        {rule && ` · ${t('retention.rule')} ${rule}`}
      </span>
    </li>
  );
}
