import { RetentionClass } from '@hotpass/backstage-plugin-supply-chain-common';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { RelativeTime } from '../shared';
import { useClassWords } from './useClassWords';

/** One class: how long, for what, and since when it is so. */
export function ClassItem(props: { retentionClass: RetentionClass }) {
  const { name, version, definition, source, effectiveAt, endedAt } =
    props.retentionClass;
  const { t } = useMessages();
  const dates = useDates();
  const words = useClassWords();
  return (
    <li className={styles.mapping}>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <span>{words.howLong(definition)}</span>
      </div>
      <span>
        {t('retention.rules.for')} {words.forWhat(definition)}
      </span>
      <span className={styles.muted}>
        {t('retention.rules.version', { version: String(version) })}
        {' · '}
        {t('retention.rules.since')} <RelativeTime at={effectiveAt} />{' '}
        {t(`retention.rules.source.${source}`)}
        {endedAt &&
          ` · ${t('retention.rules.until', { at: dates.day(endedAt) })}`}
      </span>
    </li>
  );
}
