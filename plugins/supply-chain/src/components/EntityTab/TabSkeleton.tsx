import {
  Card,
  CardBody,
  CardHeader,
  Skeleton,
  VisuallyHidden,
} from '@backstage/ui';
import { useMessages } from '../../hooks/useMessages';
import tab from './EntityTab.module.css';
import styles from './TabSkeleton.module.css';
import toolbar from './Toolbar.module.css';

const rows = [0, 1, 2, 3];

/** The tab's layout before its data: same boxes, same heights, no jump. */
export function TabSkeleton() {
  const { t } = useMessages();
  return (
    <div className={tab.tab} aria-busy>
      <VisuallyHidden role="status">{t('tab.loading')}</VisuallyHidden>
      <div className={toolbar.toolbar} aria-hidden>
        <Skeleton className={styles.skeleton} width={260} height={32} />
        <Skeleton className={styles.skeleton} width={140} height={32} />
        <Skeleton className={styles.skeleton} width={200} height={32} />
      </div>
      <Skeleton
        className={styles.skeleton}
        width="100%"
        height={68}
        aria-hidden
      />
      <div className={tab.columns} aria-hidden>
        {[0, 1].map(column => (
          <Card key={column}>
            <CardHeader>
              <Skeleton className={styles.skeleton} width={120} height={20} />
            </CardHeader>
            <CardBody>
              <div className={styles.stack}>
                {rows.map(row => (
                  <Skeleton
                    className={styles.skeleton}
                    key={row}
                    width={`${90 - row * 12}%`}
                    height={24}
                  />
                ))}
              </div>
            </CardBody>
          </Card>
        ))}
      </div>
      <Skeleton
        className={styles.skeleton}
        width="70%"
        height={36}
        aria-hidden
      />
      <Skeleton
        className={styles.skeleton}
        width="100%"
        height={280}
        aria-hidden
      />
    </div>
  );
}
