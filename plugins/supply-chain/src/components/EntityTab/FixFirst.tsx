import { ButtonLink, Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { Section } from '../../hooks/useTabParams';
import { useMessages } from '../../hooks/useMessages';
import styles from './FixFirst.module.css';
import { FixItem } from './FixItem';
import { useSectionHref } from './useSectionHref';

/** The smallest things to fix, worst first. */
export function FixFirst(props: {
  posture: Posture;
  onShow: (section: Section) => void;
}) {
  const { fixFirst, decision } = props.posture;
  const { t } = useMessages();
  const sectionHref = useSectionHref();
  const more = (decision?.counts.violations ?? 0) - fixFirst.length;
  return (
    <Card>
      <CardHeader>
        <Text as="h3" variant="title-x-small" weight="bold">
          {t('tab.fix.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <ol className={styles.fixes}>
          {fixFirst.map(fix => (
            <FixItem key={`${fix.code}:${fix.message}`} fix={fix} />
          ))}
        </ol>
        {more > 0 && (
          <ButtonLink
            size="small"
            variant="tertiary"
            href={sectionHref('rules')}
          >
            {t('tab.fix.more', { count: more })}
          </ButtonLink>
        )}
      </CardBody>
    </Card>
  );
}
