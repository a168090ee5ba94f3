import { Fragment } from 'react';
import { RiArrowRightSLine } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import styles from './DependencyPath.module.css';

/** `via app → bar → foo`. */
export function DependencyPath(props: { path: string[]; via?: boolean }) {
  const { path, via = true } = props;
  const { t } = useMessages();
  return (
    <span
      className={styles.root}
      role="group"
      aria-label={t('states.path', { path: path.join(', ') })}
    >
      {via && <span className={styles.via}>{t('states.via')}</span>}
      {path.map((name, index) => (
        // A name may stand twice in a path; only its place tells them apart.
        // eslint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          {index > 0 && (
            <RiArrowRightSLine size={14} aria-hidden className={styles.arrow} />
          )}
          <span className={index === path.length - 1 ? styles.last : undefined}>
            {name}
          </span>
        </Fragment>
      ))}
    </span>
  );
}
