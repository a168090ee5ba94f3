import { Button, TextAreaField } from '@backstage/ui';
import { FormEvent, useId, useRef, useState } from 'react';
import { useMessages } from '../../hooks/useMessages';
import { Claims } from './claims';
import styles from '../shared/page.module.css';
import { PasteFault, readPaste } from './readPaste';
import { useFaultText } from './useFaultText';

const written = (claims: Claims) => JSON.stringify(claims, undefined, 2);

/**
 * Takes claims, or a token. A token is replaced by its claims as soon as it is there,
 * so that it stays neither on the page nor in its state.
 */
export function ClaimsForm(props: {
  example: Claims;
  isAsking: boolean;
  onTest: (claims: Claims) => void;
  onChange: () => void;
}) {
  const { example, isAsking, onTest, onChange } = props;
  const { t } = useMessages();
  const faultText = useFaultText();
  const noteId = useId();
  const field = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [decoded, setDecoded] = useState(false);
  const [fault, setFault] = useState<PasteFault>();

  const change = (next: string) => {
    const paste = readPaste(next);
    const isToken = 'claims' in paste && paste.token;
    setText(isToken ? written(paste.claims) : next);
    setDecoded(isToken || (decoded && next.trim() !== ''));
    setFault(undefined);
    onChange();
  };
  const test = (event: FormEvent) => {
    event.preventDefault();
    const paste = readPaste(text);
    if ('claims' in paste) {
      onTest(paste.claims);
    } else {
      setFault(paste.fault);
      field.current?.querySelector('textarea')?.focus();
    }
  };

  return (
    <form className={styles.form} onSubmit={test}>
      <TextAreaField
        ref={field}
        className={styles.field}
        label={t('pipelines.test.field')}
        description={t('pipelines.test.hint')}
        aria-describedby={noteId}
        rows={14}
        value={text}
        onChange={change}
        isInvalid={fault !== undefined}
        autoComplete="off"
        // Some browsers send what they check to a server
        spellCheck="false"
        autoCorrect="off"
      />
      <div id={noteId} role="status" className={styles.note}>
        {fault && <span className={styles.fault}>{faultText(fault)}</span>}
        {!fault && decoded && t('pipelines.test.decoded')}
      </div>
      <div className={styles.actions}>
        <Button type="submit" size="small" variant="primary" loading={isAsking}>
          {t('pipelines.test.submit')}
        </Button>
        <Button
          size="small"
          variant="tertiary"
          onPress={() => {
            change(written(example));
            setDecoded(false);
          }}
        >
          {t('pipelines.test.example')}
        </Button>
      </div>
    </form>
  );
}
