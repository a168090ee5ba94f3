import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiUploadCloud2Line } from '@remixicon/react';
import { DragEvent, ReactNode, useState } from 'react';
import { useMessages } from '../../hooks/useMessages';
import { FromComputer } from './FromComputer';
import styles from './start.module.css';

/** Whether files are dragged over the element itself, not over a dialog that it opened. */
function isFileDrag({ dataTransfer, currentTarget, target }: DragEvent) {
  return (
    dataTransfer.types.includes('Files') &&
    currentTarget.contains(target as Node)
  );
}

/** Takes a file that is dropped anywhere on its children, and asks for the rest. */
export function DropTarget(props: {
  posture: Posture;
  onSent: () => void;
  children: ReactNode;
}) {
  const { posture, onSent, children } = props;
  const { t } = useMessages();
  const [over, setOver] = useState(false);
  const [file, setFile] = useState<File>();
  return (
    <div
      className={styles.target}
      onDragOver={event => {
        if (!isFileDrag(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node)) setOver(false);
      }}
      onDrop={event => {
        setOver(false);
        if (event.isDefaultPrevented() || !isFileDrag(event)) return;
        event.preventDefault();
        setFile(event.dataTransfer.files[0]);
      }}
    >
      {children}
      {over && (
        <div className={styles.overlay}>
          <RiUploadCloud2Line aria-hidden className={styles.zoneIcon} />
          {t('start.drop.anywhere')}
        </div>
      )}
      {file && (
        <Dialog
          isOpen
          onOpenChange={open => !open && setFile(undefined)}
          width={520}
        >
          <DialogHeader>{t('start.sendTitle')}</DialogHeader>
          <DialogBody>
            <FromComputer
              entityRef={posture.entityRef}
              release={posture.release}
              file={file}
              onSent={onSent}
            />
          </DialogBody>
        </Dialog>
      )}
    </div>
  );
}
