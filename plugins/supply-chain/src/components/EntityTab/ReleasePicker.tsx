import { Select } from '@backstage/ui';
import { Release } from '@hotpass/backstage-plugin-supply-chain-common';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import styles from './Toolbar.module.css';
import { releaseOptions } from './releaseOptions';

/** Picks a release or a change of the entity. */
export function ReleasePicker(props: {
  selected: Release;
  releases: Release[];
  onSelect: (release: Release) => void;
}) {
  const { selected, releases, onSelect } = props;
  const { t } = useMessages();
  const dates = useDates();
  const all = releases.some(({ id }) => id === selected.id)
    ? releases
    : [selected, ...releases];
  return (
    <Select
      className={styles.picker}
      aria-label={t('tab.release.label')}
      icon={<span className={styles.nowrap}>{t('tab.release.label')}</span>}
      searchable={all.length > 7}
      searchPlaceholder={t('tab.release.search')}
      options={releaseOptions(all, { t, dates })}
      value={selected.id}
      onChange={key => {
        const release = all.find(({ id }) => id === key);
        if (release && release.id !== selected.id) onSelect(release);
      }}
    />
  );
}
