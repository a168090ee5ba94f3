import { PipelineStatus } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import health from './health.module.css';

/** How much is kept, and how much room it takes. */
export function StorageLine(props: { storage: PipelineStatus['storage'] }) {
  const { artifacts, bytes, storedBytes } = props.storage;
  const { t } = useMessages();
  const { formatBytes } = useNumbers();
  return (
    <div className={health.line}>
      <dt>{t('portal.health.storage')}</dt>
      <dd>
        {t('portal.health.storageLine', {
          count: artifacts,
          bytes: formatBytes(bytes),
          stored: formatBytes(storedBytes),
        })}
      </dd>
    </div>
  );
}
