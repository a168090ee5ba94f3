import { Select } from '@backstage/ui';
import { Release } from '@hotpass/backstage-plugin-supply-chain-common';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import styles from './Toolbar.module.css';
import { releaseOptions } from './releaseOptions';

/** Picks the release that the shown one is compared with. */
export function ComparePicker(props: {
  release: Release;
  base?: Release;
  releases: Release[];
  onSelect: (release: Release) => void;
}) {
  const { release, base, releases, onSelect } = props;
  const { t } = useMessages();
  const dates = useDates();
  const others = releases.filter(({ id }) => id !== release.id);
  if (base && !others.some(({ id }) => id === base.id)) others.unshift(base);
  if (others.length === 0) return null;
  return (
    <Select
      className={styles.picker}
      aria-label={t('tab.compare.label')}
      icon={<span className={styles.nowrap}>{t('tab.compare.label')}</span>}
      placeholder={t('tab.compare.placeholder')}
      searchable={others.length > 7}
      searchPlaceholder={t('tab.compare.search')}
      options={releaseOptions(others, { t, dates })}
      value={base?.id ?? null}
      onChange={key => {
        const other = others.find(({ id }) => id === key);
        if (other && other.id !== base?.id) onSelect(other);
      }}
    />
  );
}
