import { Button, TextField } from '@backstage/ui';
import { FormEvent, useId, useState } from 'react';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import retention from './retention.module.css';
import { isDigest, toDigest } from './toDigest';

/** Takes a whole sha256, and says what is wrong with what is none before anything is asked. */
export function DigestSearch(props: {
  digest?: string;
  onSearch: (digest: string | undefined) => void;
}) {
  const { digest, onSearch } = props;
  const { t } = useMessages();
  const noteId = useId();
  const [text, setText] = useState(digest ?? '');
  // What came with the address is looked at as if it had been typed
  const [asked, setAsked] = useState(digest);
  const wrong = asked !== undefined && !isDigest(asked);
  const search = (event: FormEvent) => {
    event.preventDefault();
    const next = toDigest(text);
    setAsked(next);
    if (next === undefined || isDigest(next)) onSearch(next);
  };
  return (
    <form className={retention.search} onSubmit={search}>
      <TextField
        size="small"
        label={t('retention.gone.search')}
        value={text}
        onChange={next => {
          setText(next);
          setAsked(undefined);
        }}
        isInvalid={wrong}
        aria-describedby={noteId}
        autoComplete="off"
        spellCheck="false"
      />
      <Button type="submit" size="small" variant="primary">
        {t('retention.gone.submit')}
      </Button>
      <div id={noteId} role="status" className={retention.note}>
        {wrong && (
          <span className={styles.fault}>
            {t('retention.gone.malformed', {
              count: asked.slice('sha256:'.length).length,
            })}
          </span>
        )}
      </div>
    </form>
  );
}
