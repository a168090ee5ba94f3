import { Button, TextField } from '@backstage/ui';
import { FormEvent, useState } from 'react';
import { useMessages } from '../../hooks/useMessages';
import { DropZone } from './DropZone';
import styles from './start.module.css';

/** A file and the version it belongs to. */
export function UploadForm(props: {
  release?: string;
  file?: File;
  onSubmit: (file: File, release: string) => void;
}) {
  const { release, onSubmit } = props;
  const { t } = useMessages();
  const [file, setFile] = useState(props.file);
  const [version, setVersion] = useState(release ?? '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (file && version.trim()) onSubmit(file, version.trim());
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <DropZone file={file} onFile={setFile} />
      <TextField
        size="small"
        name="version"
        isRequired
        label={t('start.drop.version')}
        description={t('start.drop.versionHint')}
        value={version}
        onChange={setVersion}
        autoComplete="off"
      />
      <div>
        <Button
          type="submit"
          size="small"
          variant="primary"
          isDisabled={!file || !version.trim()}
        >
          {t('start.drop.submit')}
        </Button>
      </div>
    </form>
  );
}
