import { RetentionOverview } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import styles from '../shared/page.module.css';
import { EmptyNote } from '../shared';
import { Block } from './Block';
import retention from './retention.module.css';

const COLUMNS = ['expiring30', 'expiring90', 'open', 'overdue'] as const;
const TITLES = {
  expiring30: 'soon',
  expiring90: 'later',
  open: 'open',
  overdue: 'overdue',
} as const;

/** How much each class keeps: a bar to compare by eye, numbers to rely on. */
export function ClassVolumes(props: { classes: RetentionOverview['classes'] }) {
  const { classes } = props;
  const { t } = useMessages();
  const { formatNumber, formatBytes } = useNumbers();
  const most = Math.max(1, ...classes.map(({ evidence }) => evidence));
  return (
    <Block title={t('retention.classes.title')}>
      {classes.length === 0 ? (
        <EmptyNote title={t('retention.classes.emptyTitle')} />
      ) : (
        <div
          className={retention.scroll}
          role="group"
          aria-label={t('retention.classes.title')}
          // A table that scrolls must be reachable by keyboard.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          <table className={`${styles.table} ${retention.volumes}`}>
            <thead>
              <tr>
                <th scope="col">{t('retention.classes.name')}</th>
                <th scope="col">{t('retention.classes.evidence')}</th>
                <th scope="col">{t('retention.classes.bytes')}</th>
                {COLUMNS.map(column => (
                  <th key={column} scope="col">
                    {t(`retention.classes.${TITLES[column]}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {classes.map(each => (
                <tr key={each.name}>
                  <th scope="row">{each.name}</th>
                  <td>
                    {formatNumber(each.evidence)}
                    <span
                      className={retention.bar}
                      style={{ inlineSize: `${(each.evidence / most) * 100}%` }}
                      aria-hidden="true"
                    />
                  </td>
                  <td>{formatBytes(each.bytes)}</td>
                  {COLUMNS.map(column => (
                    <td key={column}>{formatNumber(each[column])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Block>
  );
}
