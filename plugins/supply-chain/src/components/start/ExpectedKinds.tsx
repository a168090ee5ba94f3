import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { Expectation } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiCheckboxBlankCircleLine } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import styles from './start.module.css';

/** The checklist of a component that has sent nothing yet. */
export function ExpectedKinds(props: { expected: Expectation[] }) {
  const { t } = useMessages();
  const asked = props.expected.filter(
    ({ state, level }) => state !== 'not-expected' && level !== 'unexpected',
  );
  return (
    <Card>
      <CardHeader>
        <Text as="h3" variant="title-x-small" weight="bold">
          {t('start.expected.title')}
        </Text>
      </CardHeader>
      <CardBody>
        {asked.length === 0 ? (
          <p className={styles.text}>{t('start.expected.none')}</p>
        ) : (
          <ul className={styles.expected}>
            {asked.map(({ kind, level }) => (
              <li key={kind}>
                <RiCheckboxBlankCircleLine aria-hidden className={styles.box} />
                {t(`states.kind.${kind}`)}
                <span className={styles.secondary}>
                  {t(
                    level === 'required'
                      ? 'start.expected.required'
                      : 'start.expected.wanted',
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
