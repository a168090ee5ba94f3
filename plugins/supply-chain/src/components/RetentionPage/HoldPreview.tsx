import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Skeleton } from '@backstage/ui';
import { HoldTarget } from '@hotpass/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { useQuery } from '../../hooks/useQuery';
import { HeldEntities } from './HeldEntities';
import styles from './retention.module.css';
import { useCoverWords } from './useCoverWords';

// While somebody types nothing is asked
const PAUSE_MS = 400;

/** What a hold would cover, before it is placed: how much, and which entities. */
export function HoldPreview(props: { target: HoldTarget | undefined }) {
  const text = JSON.stringify(props.target);
  const [asked, setAsked] = useState<string | undefined>(text);
  useDebounce(() => setAsked(text), PAUSE_MS, [text]);
  const { t } = useMessages();
  const coverWords = useCoverWords();
  const api = useApi(retentionApiRef);
  const { value, error, loading } = useQuery(
    async signal =>
      asked === undefined
        ? undefined
        : api.previewHold(JSON.parse(asked), { signal }),
    [api, asked],
  );
  if (text === undefined) {
    return <p className={styles.hint}>{t('retention.holds.previewNone')}</p>;
  }
  if (loading || text !== asked) return <Skeleton width="100%" height={48} />;
  if (error) {
    return <Alert role="status" status="warning" icon title={error.message} />;
  }
  if (!value) return null;
  const { covers, entities } = value;
  const more = covers.entities - entities.length;
  // One entity or release names nothing that is hidden
  const { query, digest } = JSON.parse(text) as HoldTarget;
  return (
    <section
      className={styles.preview}
      aria-label={t('retention.holds.preview')}
      aria-live="polite"
    >
      <strong>
        {covers.entities === 0
          ? t('retention.holds.previewEmpty')
          : `${t('retention.holds.preview')}: ${coverWords(covers)}`}
      </strong>
      <HeldEntities entities={entities} />
      {more > 0 && (
        <p className={styles.hint}>
          {t('retention.holds.previewMore', { count: more })}
        </p>
      )}
      {(query ?? digest) !== undefined && (
        <p className={styles.hint}>{t('retention.holds.previewHidden')}</p>
      )}
    </section>
  );
}
