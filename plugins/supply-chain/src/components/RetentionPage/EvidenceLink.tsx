import { Link } from '@backstage/ui';
import { useMessages } from '../../hooks/useMessages';
import { refName, useEntityTabPath } from '../shared';

/** The release that a piece of evidence is of, at its evidence. */
export function EvidenceLink(props: {
  entityRef: string;
  releaseId?: string;
  version?: string;
}) {
  const { entityRef, releaseId, version } = props;
  const { t } = useMessages();
  const tabPath = useEntityTabPath();
  return (
    <Link
      href={tabPath(entityRef, { release: releaseId, section: 'evidence' })}
      variant="body-medium"
      title={`${t('retention.entity')}: ${entityRef}`}
    >
      {[refName(entityRef), version].filter(Boolean).join(' ')}
    </Link>
  );
}
