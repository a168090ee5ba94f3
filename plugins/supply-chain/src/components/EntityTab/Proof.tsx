import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { CopyButton } from '../copy';
import tab from './EntityTab.module.css';
import styles from './Proof.module.css';

/** Shown where there is nothing to fix: what the verdict rests on. */
export function Proof(props: { posture: Posture }) {
  const { proof, decision, trust } = props.posture;
  const { t } = useMessages();
  const passed = decision?.verdict === 'passed';
  const rows = [
    {
      name: t('tab.proof.sbom'),
      value: proof?.sbomDigest && abbreviate(proof.sbomDigest, 12),
      copy: proof?.sbomDigest,
      what: t('tab.proof.sbomDigest'),
    },
    { name: t('tab.proof.signer'), value: proof?.signer },
    {
      name: t('tab.proof.source'),
      value: [proof?.sourceUri, abbreviate(proof?.sourceCommit, 7)]
        .filter(Boolean)
        .join(' @ '),
      copy: proof?.sourceCommit,
      what: t('tab.proof.commit'),
    },
    { name: t('tab.proof.builder'), value: proof?.builderId },
    {
      name: t('tab.proof.level'),
      value: trust?.buildLevel ? `L${trust.buildLevel}` : undefined,
    },
  ].filter(({ value }) => value);
  return (
    <Card>
      <CardHeader>
        <Text as="h3" variant="title-x-small" weight="bold">
          {passed ? t('tab.proof.title') : t('tab.proof.known')}
        </Text>
      </CardHeader>
      <CardBody>
        {!passed && <p className={tab.hint}>{t('tab.proof.unjudged')}</p>}
        {passed && rows.length === 0 && (
          <p className={tab.hint}>{t('tab.proof.none')}</p>
        )}
        {rows.length > 0 && (
          <dl className={styles.proof}>
            {rows.map(({ name, value, copy, what }) => (
              <div key={name} className={styles.proofRow}>
                <dt className={tab.secondary}>{name}</dt>
                <dd>
                  <span className={styles.proofValue}>{value}</span>
                  {copy && what && (
                    <CopyButton text={copy} label={t('tab.copy', { what })} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </CardBody>
    </Card>
  );
}

function abbreviate(digest: string | undefined, length: number) {
  return digest?.slice(digest.indexOf(':') + 1).slice(0, length);
}
