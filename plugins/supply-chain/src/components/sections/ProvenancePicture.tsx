import { RiGitCommitLine, RiHammerLine, RiBox3Line } from '@remixicon/react';
import { Provenance } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { RelativeTime } from '../shared';
import { ProvenanceBox } from './ProvenanceBox';
import { ProvenanceOutputs } from './ProvenanceOutputs';
import picture from './provenance.module.css';
import styles from './sections.module.css';

/** The shaft of an arrow is drawn once; narrow layouts turn it by CSS. */
function Arrow() {
  return (
    <svg
      className={picture.arrow}
      viewBox="0 0 28 16"
      width="28"
      height="16"
      aria-hidden="true"
    >
      <path
        d="M0 8h25M19 2l6 6-6 6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  );
}

/** Source commit → builder → outputs; each box says what is only declared. */
export function ProvenancePicture(props: { provenance: Provenance }) {
  const { provenance } = props;
  const { source, builderId, declaredOnly } = provenance;
  const { t } = useMessages();
  return (
    <ol
      className={picture.picture}
      aria-label={t('sections.provenance.picture')}
    >
      <ProvenanceBox
        title={t('sections.provenance.source')}
        icon={<RiGitCommitLine />}
        declared={declaredOnly}
        isEmpty={!source}
        empty={t('sections.provenance.noSource')}
      >
        <span className={picture.main}>{source?.uri}</span>
        {source?.commit && (
          <span>
            {t('sections.provenance.commit')}{' '}
            <code className={styles.mono} title={source.commit}>
              {source.commit.slice(0, 12)}
            </code>
          </span>
        )}
        {source?.ref && (
          <span>
            {t('sections.provenance.ref')}{' '}
            <code className={styles.mono}>{source.ref}</code>
          </span>
        )}
      </ProvenanceBox>
      <li className={picture.between} aria-hidden="true">
        <Arrow />
      </li>
      <ProvenanceBox
        title={t('sections.provenance.builder')}
        icon={<RiHammerLine />}
        declared={declaredOnly}
        isEmpty={!builderId}
        empty={t('sections.provenance.noBuilder')}
      >
        <span className={picture.main}>{builderId}</span>
        {provenance.invocationId && (
          <span>
            {t('sections.provenance.invocation')}{' '}
            <span className={styles.mono}>{provenance.invocationId}</span>
          </span>
        )}
        {provenance.finishedOn && (
          <span>
            {t('sections.provenance.finished')}{' '}
            <RelativeTime at={provenance.finishedOn} />
          </span>
        )}
      </ProvenanceBox>
      <li className={picture.between} aria-hidden="true">
        <Arrow />
      </li>
      <ProvenanceBox
        title={t('sections.provenance.outputs')}
        icon={<RiBox3Line />}
        declared={declaredOnly}
        isEmpty={provenance.outputs.length === 0}
        empty={t('sections.provenance.noOutputs')}
      >
        <ProvenanceOutputs outputs={provenance.outputs} />
      </ProvenanceBox>
    </ol>
  );
}
