import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  DialogTrigger,
} from '@backstage/ui';
import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiUploadCloud2Line } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import { FromComputer } from './FromComputer';

/** Sends another file for the shown release, in a dialog. */
export function SendEvidenceButton(props: {
  posture: Posture;
  onSent: () => void;
}) {
  const { posture, onSent } = props;
  const { t } = useMessages();
  return (
    <DialogTrigger>
      <Button
        size="small"
        variant="tertiary"
        iconStart={<RiUploadCloud2Line />}
      >
        {t('start.send')}
      </Button>
      <Dialog width={520}>
        <DialogHeader>{t('start.sendTitle')}</DialogHeader>
        <DialogBody>
          <FromComputer
            entityRef={posture.entityRef}
            release={posture.release}
            onSent={onSent}
          />
        </DialogBody>
      </Dialog>
    </DialogTrigger>
  );
}
