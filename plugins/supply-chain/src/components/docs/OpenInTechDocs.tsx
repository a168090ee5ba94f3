import { Button, ButtonLink } from '@backstage/ui';
import {
  MirrorState,
  Release,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { RiBookOpenLine } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import { useCompanion } from './useCompanion';
import { useDocsPath } from './useDocsPath';

/** The evidence as docs: announced at once, opened as soon as it is there. */
export function OpenInTechDocs(props: {
  mirror: MirrorState;
  release: Release;
}) {
  const { mirror, release } = props;
  const { t } = useMessages();
  const docsPath = useDocsPath();
  const isOpen = useCompanion(mirror);
  if (!docsPath) return null;
  if (!isOpen) {
    return (
      <Button
        size="small"
        variant="tertiary"
        iconStart={<RiBookOpenLine />}
        isDisabled
      >
        {t('docs.publishing')}
      </Button>
    );
  }
  const page = release.newest ? '' : `releases/${release.id}/`;
  const isUpdating = mirror.state === 'publishing';
  return (
    <ButtonLink
      size="small"
      variant="tertiary"
      iconStart={<RiBookOpenLine />}
      href={docsPath(mirror.companionRef, page)}
    >
      {isUpdating
        ? `${t('docs.open')} (${t('docs.updating')})`
        : t('docs.open')}
    </ButtonLink>
  );
}
