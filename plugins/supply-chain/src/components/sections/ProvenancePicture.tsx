import { Fragment } from 'react';
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

function Source(props: { source: NonNullable<Provenance['source']> }) {
  const { uri, commit, ref } = props.source;
  const { t } = useMessages();
  return (
    <>
      <span className={picture.main}>{uri}</span>
      {commit && (
        <span>
          {t('sections.provenance.commit')}{' '}
          <code className={styles.mono} title={commit}>
            {commit.slice(0, 12)}
          </code>
        </span>
      )}
      {ref && (
        <span>
          {t('sections.provenance.ref')}{' '}
          <code className={styles.mono}>{ref}</code>
        </span>
      )}
    </>
  );
}

function Builder(props: { provenance: Provenance }) {
  const { builderId, invocationId, finishedOn } = props.provenance;
  const { t } = useMessages();
  return (
    <>
      <span className={picture.main}>{builderId}</span>
      {invocationId && (
        <span>
          {t('sections.provenance.invocation')}{' '}
          <span className={styles.mono}>{invocationId}</span>
        </span>
      )}
      {finishedOn && (
        <span>
          {t('sections.provenance.finished')} <RelativeTime at={finishedOn} />
        </span>
      )}
    </>
  );
}

/** Source commit → builder → outputs; each box says what is only declared. */
export function ProvenancePicture(props: { provenance: Provenance }) {
  const { provenance } = props;
  const { source, builderId, outputs, declaredOnly } = provenance;
  const { t } = useMessages();
  const boxes = [
    {
      title: t('sections.provenance.source'),
      icon: <RiGitCommitLine />,
      empty: t('sections.provenance.noSource'),
      children: source && <Source source={source} />,
    },
    {
      title: t('sections.provenance.builder'),
      icon: <RiHammerLine />,
      empty: t('sections.provenance.noBuilder'),
      children: builderId && <Builder provenance={provenance} />,
    },
    {
      title: t('sections.provenance.outputs'),
      icon: <RiBox3Line />,
      empty: t('sections.provenance.noOutputs'),
      children: outputs.length > 0 && <ProvenanceOutputs outputs={outputs} />,
    },
  ];
  return (
    <ol
      className={picture.picture}
      aria-label={t('sections.provenance.picture')}
    >
      {boxes.map(({ children, ...box }, index) => (
        <Fragment key={box.title}>
          {index > 0 && (
            <li className={picture.between} aria-hidden="true">
              <Arrow />
            </li>
          )}
          <ProvenanceBox {...box} declared={declaredOnly}>
            {children || undefined}
          </ProvenanceBox>
        </Fragment>
      ))}
    </ol>
  );
}
