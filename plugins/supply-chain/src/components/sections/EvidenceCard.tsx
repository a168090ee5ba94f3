import { Alert, Button } from '@backstage/ui';
import { RiDownloadLine, RiForbid2Line } from '@remixicon/react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Evidence,
  MirrorState,
  ReleaseKey,
  evidenceDownloadPermission,
  evidenceWithdrawPermission,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { DefectList, refName } from '../shared';
import { CopyReference } from './CopyReference';
import { DetachedSignatures, SignedDocument } from './DetachedSignatures';
import { EvidenceFacts } from './EvidenceFacts';
import { EvidenceMeta } from './EvidenceMeta';
import evidence from './evidence.module.css';
import styles from './sections.module.css';
import { SignatureDetail } from './SignatureDetail';
import { useDownload } from './useDownload';
import { useEvidenceName } from './useEvidenceName';

/** One document: its five facts in words, where it came from, and its bytes. */
export function EvidenceCard(props: {
  releaseKey: ReleaseKey;
  evidence: Evidence;
  /** Everything of the release, signatures included. */
  all: readonly Evidence[];
  /** Where it is published as docs. */
  mirror?: MirrorState;
  version: string;
  onWithdraw: () => void;
}) {
  const { releaseKey, evidence: item, all, mirror, version } = props;
  const { t } = useMessages();
  const name = useEvidenceName()(item);
  const download = useDownload(releaseKey, item);
  const resourceRef = releaseKey.entityRef;
  const mayDownload = usePermission({
    permission: evidenceDownloadPermission,
    resourceRef,
  }).allowed;
  const mayWithdraw = usePermission({
    permission: evidenceWithdrawPermission,
    resourceRef,
  }).allowed;
  const counts = item.current && !item.withdrawn;

  return (
    <article
      className={`${styles.card} ${evidence.card}`}
      data-past={!counts}
      aria-label={name}
    >
      <header className={evidence.head}>
        <h4 className={evidence.title}>{name}</h4>
        <div className={evidence.actions}>
          {mirror && (
            <CopyReference
              mirror={mirror}
              evidence={item}
              entityRef={releaseKey.entityRef}
              version={version}
              name={name}
            />
          )}
          {mayDownload && (
            <Button
              size="small"
              variant="secondary"
              iconStart={<RiDownloadLine />}
              aria-label={t('sections.evidence.downloadLabel', { name })}
              isPending={download.loading}
              onPress={download.start}
            >
              {t('sections.evidence.download')}
            </Button>
          )}
          {mayWithdraw && counts && (
            <Button
              size="small"
              variant="tertiary"
              iconStart={<RiForbid2Line />}
              aria-label={t('sections.evidence.withdrawLabel', { name })}
              onPress={props.onWithdraw}
            >
              {t('sections.evidence.withdraw')}
            </Button>
          )}
        </div>
      </header>
      {download.error && (
        <p className={styles.text} role="alert">
          {t('sections.evidence.downloadFailed')}: {download.error.message}
        </p>
      )}
      {item.withdrawn && (
        <p className={styles.text}>
          {t('sections.evidence.withdrawn', {
            who: refName(item.withdrawn.by),
            reason: item.withdrawn.reason,
          })}
        </p>
      )}
      {!item.withdrawn && !item.current && (
        <p className={styles.text}>{t('sections.evidence.superseded')}</p>
      )}
      {item.integrity && item.integrity.state !== 'sound' && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t(`sections.evidence.integrity.${item.integrity.state}`)}
          description={t(
            item.integrity.state === 'unreadable'
              ? 'sections.evidence.unreadableHint'
              : 'sections.evidence.integrityHint',
          )}
        />
      )}
      {item.signs && <SignedDocument signs={item.signs} all={all} />}
      <EvidenceFacts facts={item.facts} />
      <DetachedSignatures evidence={item} all={all} />
      <SignatureDetail signature={item.facts.signature} />
      {item.facts.valid.defects.length > 0 && (
        <DefectList
          defects={item.facts.valid.defects}
          total={item.facts.valid.defectCount}
        />
      )}
      <EvidenceMeta evidence={item} />
    </article>
  );
}
