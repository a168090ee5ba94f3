import { Fix } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { CodeLine } from '../copy';
import { DependencyPath } from '../shared/DependencyPath';
import { NewTag } from '../shared/NewTag';
import tab from './EntityTab.module.css';
import styles from './FixFirst.module.css';

/** One thing to fix: what, through which path, and the command that does it. */
export function FixItem(props: { fix: Fix }) {
  const { message, solution, command, path, place, isNew, hitCount } =
    props.fix;
  const { t } = useMessages();
  const where = [
    !path?.length && place,
    hitCount && hitCount > 1 && t('tab.fix.places', { count: hitCount }),
  ].filter(Boolean);
  return (
    <li className={styles.fix}>
      <div className={styles.fixHead}>
        <span className={styles.fixMessage}>{message}</span>
        {isNew && <NewTag />}
      </div>
      {path && path.length > 0 && <DependencyPath path={path} />}
      {where.length > 0 && (
        <div className={tab.secondary}>{where.join(' · ')}</div>
      )}
      <div className={styles.solution}>{solution}</div>
      {command && (
        <CodeLine
          text={command}
          copyLabel={t('tab.copy', { what: t('tab.fix.command') })}
        />
      )}
    </li>
  );
}
