import { Button } from '@backstage/ui';
import { RiFileTextLine, RiUploadCloud2Line } from '@remixicon/react';
import { DragEvent, useRef, useState } from 'react';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import styles from './start.module.css';

/** Takes one file, by dropping it or by choosing it; the keyboard chooses. */
export function DropZone(props: {
  file?: File;
  /** What may be dropped; default: every kind of evidence. */
  hint?: string;
  onFile: (file: File) => void;
}) {
  const { file, hint, onFile } = props;
  const { t } = useMessages();
  const { formatBytes } = useNumbers();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const onDrag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  const onDrop = (event: DragEvent) => {
    onDrag(event, false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onFile(dropped);
  };
  return (
    <div
      className={styles.zone}
      data-over={over}
      onDragOver={event => onDrag(event, true)}
      onDragLeave={event => onDrag(event, false)}
      onDrop={onDrop}
    >
      {file ? (
        <>
          <RiFileTextLine aria-hidden className={styles.zoneIcon} />
          <strong className={styles.fileName}>{file.name}</strong>
          <span className={styles.secondary}>{formatBytes(file.size)}</span>
        </>
      ) : (
        <>
          <RiUploadCloud2Line aria-hidden className={styles.zoneIcon} />
          <span>{t('start.drop.zone')}</span>
        </>
      )}
      <Button
        size="small"
        variant="secondary"
        onPress={() => input.current?.click()}
      >
        {file ? t('start.drop.remove') : t('start.drop.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('start.drop.choose')}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) onFile(chosen);
          target.value = '';
        }}
      />
      <span className={styles.secondary}>
        {hint ?? t('start.drop.formats')}
      </span>
    </div>
  );
}
