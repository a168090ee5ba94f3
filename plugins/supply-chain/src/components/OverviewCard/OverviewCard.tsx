import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import { useLiveUpdates } from '../../hooks/useLiveUpdates';
import { useMessages } from '../../hooks/useMessages';
import { usePosture } from '../../hooks/usePosture';
import { useEntityTabPath } from '../shared/useEntityTabPath';
import { CardBodyContent } from './CardBodyContent';

/** Verdict line, first fix, one link: the supply-chain card of an entity page. */
export function OverviewCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return <PostureCard key={entityRef} entityRef={entityRef} />;
}

function PostureCard(props: { entityRef: string }) {
  const { entityRef } = props;
  const { t } = useMessages();
  const tabPath = useEntityTabPath();
  const { value, error, retry } = usePosture({ entityRef });
  useLiveUpdates({ posture: value, onChange: retry });
  return (
    <EntityInfoCard
      title={t('card.title')}
      footerActions={
        <ButtonLink
          size="small"
          variant="tertiary"
          iconEnd={<RiArrowRightLine />}
          href={tabPath(entityRef)}
        >
          {value?.state === 'not-known' ? t('card.start') : t('card.open')}
        </ButtonLink>
      }
    >
      <CardBodyContent posture={value} error={error} />
    </EntityInfoCard>
  );
}
