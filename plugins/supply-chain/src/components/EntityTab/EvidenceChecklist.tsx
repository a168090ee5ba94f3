import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiArchiveLine } from '@remixicon/react';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import { Section } from '../../hooks/useTabParams';
import { EvidenceRow } from './EvidenceRow';
import tab from './EntityTab.module.css';
import styles from './EvidenceChecklist.module.css';

/** Which kinds of evidence are expected, and what came of each. */
export function EvidenceChecklist(props: {
  posture: Posture;
  onShow: (section: Section) => void;
}) {
  const { posture, onShow } = props;
  const { expected, retainedUntil } = posture;
  const { t } = useMessages();
  const dates = useDates();
  const shown = expected.filter(({ state }) => state !== 'not-expected');
  const asked = shown.filter(({ level }) => level !== 'unexpected');
  const present = asked.filter(({ state }) => state !== 'missing');
  return (
    <Card>
      <CardHeader>
        <Text as="h3" variant="title-x-small" weight="bold">
          {asked.length > 0
            ? t('tab.evidence.title', {
                present: `${present.length}`,
                expected: `${asked.length}`,
              })
            : t('tab.evidence.titleNone')}
        </Text>
      </CardHeader>
      <CardBody>
        {shown.length === 0 && (
          <p className={tab.hint}>{t('tab.evidence.nothing')}</p>
        )}
        <ul className={styles.checklist}>
          {shown.map(expectation => (
            <EvidenceRow
              key={expectation.kind}
              expectation={expectation}
              onShow={() => onShow('evidence')}
            />
          ))}
        </ul>
        {retainedUntil && (
          <div className={styles.kept}>
            <RiArchiveLine aria-hidden className={tab.icon} />
            {t('tab.evidence.keptUntil', { date: dates.day(retainedUntil) })}
          </div>
        )}
      </CardBody>
    </Card>
  );
}
