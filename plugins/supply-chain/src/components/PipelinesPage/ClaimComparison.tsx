import { PipelineExplanation } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import { StatusWord } from '../shared';
import styles from '../shared/page.module.css';

/** What a mapping asks for beside what the claims say. */
export function ClaimComparison(props: {
  checked: PipelineExplanation['checked'][number];
}) {
  const { mapping, claims } = props.checked;
  const { t } = useMessages();
  return (
    <table className={styles.table}>
      <caption>
        {t('pipelines.test.compared', { number: `${mapping + 1}` })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('pipelines.test.claim')}</th>
          <th scope="col">{t('pipelines.test.expected')}</th>
          <th scope="col">{t('pipelines.test.seen')}</th>
        </tr>
      </thead>
      <tbody>
        {claims.map(({ name, expected, seen, matches }) => (
          <tr key={name}>
            <th scope="row">
              <code className={styles.mono}>{name}</code>
              <StatusWord
                icon={matches ? <RiCheckLine /> : <RiCloseLine />}
                tone={matches ? 'success' : 'danger'}
              >
                {matches
                  ? t('pipelines.test.matches')
                  : t('pipelines.test.differs')}
              </StatusWord>
            </th>
            <td>
              <code className={styles.mono}>{expected}</code>
            </td>
            <td>
              {seen === undefined ? (
                <span className={styles.muted}>
                  {t('pipelines.test.notSeen')}
                </span>
              ) : (
                <code className={styles.mono}>{seen}</code>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
