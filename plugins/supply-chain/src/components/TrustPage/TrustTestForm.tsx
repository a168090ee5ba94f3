import { Button, TextField } from '@backstage/ui';
import { FormEvent, useState } from 'react';
import { useMessages } from '../../hooks/useMessages';
import styles from '../shared/page.module.css';
import { DropZone } from '../start';

/** A document, and whom it would be sent for. */
export interface TrustQuestion {
  file: File;
  entityRef?: string;
}

/** Takes a signed document and, for the lines' entities, an entity. */
export function TrustTestForm(props: {
  isAsking: boolean;
  onTest: (question: TrustQuestion) => void;
  onChange: () => void;
}) {
  const { isAsking, onTest, onChange } = props;
  const { t } = useMessages();
  const [file, setFile] = useState<File>();
  const [entity, setEntity] = useState('');
  const test = (event: FormEvent) => {
    event.preventDefault();
    if (file) onTest({ file, entityRef: entity.trim() || undefined });
  };
  return (
    <form className={styles.form} onSubmit={test}>
      <DropZone
        file={file}
        hint={t('trust.test.formats')}
        onFile={chosen => {
          setFile(chosen);
          onChange();
        }}
      />
      <TextField
        size="small"
        name="entity"
        label={t('trust.test.entity')}
        description={t('trust.test.entityHint')}
        placeholder="component:default/my-service"
        value={entity}
        onChange={value => {
          setEntity(value);
          onChange();
        }}
        autoComplete="off"
        spellCheck="false"
      />
      <div className={styles.actions}>
        <Button
          type="submit"
          size="small"
          variant="primary"
          isDisabled={!file}
          loading={isAsking}
        >
          {t('trust.test.submit')}
        </Button>
      </div>
    </form>
  );
}
