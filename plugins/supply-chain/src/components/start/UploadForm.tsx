import { Button, Select, TextField } from '@backstage/ui';
import {
  EVIDENCE_KINDS,
  EvidenceKind,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { FormEvent, useState } from 'react';
import { useMessages } from '../../hooks/useMessages';
import { Upload } from '../../hooks/useSubmit';
import { DropZone } from './DropZone';
import styles from './start.module.css';

// A signature has to say what it is over, which only programs can
const KINDS = EVIDENCE_KINDS.filter(kind => kind !== 'signature');
const AS_TOLD = '__as-told';

/** A file and the version it belongs to. */
export function UploadForm(props: {
  release?: string;
  file?: File;
  onSubmit: (upload: Upload) => void;
}) {
  const { release, onSubmit } = props;
  const { t } = useMessages();
  const [file, setFile] = useState(props.file);
  const [version, setVersion] = useState(release ?? '');
  const [kind, setKind] = useState<EvidenceKind>();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const named = version.trim();
    if (file && named) onSubmit({ file, release: named, kind });
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <DropZone file={file} onFile={setFile} />
      <div className={styles.fields}>
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
        <Select
          size="small"
          label={t('start.drop.kind')}
          description={t('start.drop.kindHint')}
          options={[
            { id: AS_TOLD, label: t('start.drop.kindOfFile') },
            ...KINDS.map(id => ({
              id,
              label: t(`states.kind.${id}`),
            })),
          ]}
          value={kind ?? AS_TOLD}
          onChange={key => setKind(KINDS.find(id => id === key))}
        />
      </div>
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
