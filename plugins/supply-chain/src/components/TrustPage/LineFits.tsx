import { TrustTest } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';

/** Which lines fit, and what each of the others asks for and did not find. */
export function LineFits(props: { lines: TrustTest['lines'] }) {
  const { t } = useMessages();
  return (
    <table className={styles.table}>
      <caption>{t('trust.test.lines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trust.test.line')}</th>
          <th scope="col">{t('trust.test.fit')}</th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map(({ line, state, part, reason, remedy }) => (
          <tr key={line}>
            <th scope="row">{line}</th>
            <td>
              {state === 'met'
                ? t('trust.test.met')
                : t(`trust.test.part.${part ?? 'signer'}`)}
              {reason && <div className={styles.muted}>{reason}</div>}
              {remedy && <div className={styles.muted}>{remedy}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
