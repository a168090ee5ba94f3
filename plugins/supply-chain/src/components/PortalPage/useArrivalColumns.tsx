import { Link } from '@backstage/ui';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiRepeatLine,
} from '@remixicon/react';
import { ReactElement } from 'react';
import {
  Arrival,
  EvidenceKind,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import {
  CodeText,
  DataColumn,
  RelativeTime,
  StatusWord,
  Tone,
  refName,
  shortVersion,
  useEntityTabPath,
  usePlace,
} from '../shared';
import portal from './portal.module.css';

/** Outcomes in the order of the filter. */
export const OUTCOMES: Arrival['outcome'][] = ['refused', 'accepted', 'known'];

const LOOKS: Record<Arrival['outcome'], { icon: ReactElement; tone: Tone }> = {
  accepted: { icon: <RiCheckboxCircleFill />, tone: 'success' },
  known: { icon: <RiRepeatLine />, tone: 'neutral' },
  refused: { icon: <RiCloseCircleFill />, tone: 'danger' },
};

function Why(props: { arrival: Arrival }) {
  const { arrival } = props;
  const { t } = useMessages();
  const place = usePlace()(arrival);
  if (!arrival.reason) return null;
  return (
    <div className={portal.why}>
      <span>{arrival.reason}</span>
      {place && <code className={portal.mono}>{place}</code>}
      {arrival.remedy && (
        <span>
          <span className={portal.muted}>{t('portal.health.remedy')}</span>{' '}
          <CodeText text={arrival.remedy} />
        </span>
      )}
      <span className={`${portal.muted} ${portal.mono}`}>
        {[
          arrival.code,
          arrival.status !== undefined &&
            t('portal.health.status', { status: String(arrival.status) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}

/** Outcome | Time | Entity, release | Sent by | Kind | Why. */
export function useArrivalColumns(): DataColumn<Arrival>[] {
  const { t } = useMessages();
  const tabPath = useEntityTabPath();
  const kindWord = (kind: string | undefined) =>
    kind && t(`states.kind.${kind as EvidenceKind}`);
  return [
    {
      id: 'outcome',
      label: t('portal.health.outcome'),
      width: '110px',
      cell: ({ outcome }) => (
        <StatusWord {...LOOKS[outcome]}>
          {t(`portal.health.outcomeWord.${outcome}`)}
        </StatusWord>
      ),
    },
    {
      id: 'time',
      label: t('portal.health.time'),
      rowHeader: true,
      width: '130px',
      cell: ({ at, times, lastAt }) => (
        <>
          <RelativeTime at={at} />
          {times !== undefined && (
            <div className={portal.muted}>
              {t('portal.health.times', { count: times })}
              {lastAt && (
                <>
                  {', '}
                  {t('portal.health.lastTime')} <RelativeTime at={lastAt} />
                </>
              )}
            </div>
          )}
        </>
      ),
    },
    {
      id: 'entity',
      label: t('portal.health.entityRelease'),
      cell: ({ entityRef, version, channel }) =>
        entityRef ? (
          <>
            <Link
              href={tabPath(entityRef)}
              variant="body-medium"
              title={entityRef}
              standalone
            >
              {refName(entityRef)}
            </Link>{' '}
            <span className={portal.muted}>
              {version && shortVersion({ version, channel })}
            </span>
          </>
        ) : (
          <span className={portal.muted}>{t('portal.health.noEntity')}</span>
        ),
    },
    {
      id: 'source',
      label: t('portal.health.source'),
      width: '150px',
      cell: ({ principal, source, via }) => (
        <>
          {source ?? principal.display ?? refName(principal.ref)}
          <div className={portal.muted}>{t(`portal.health.via.${via}`)}</div>
        </>
      ),
    },
    {
      id: 'kind',
      label: t('portal.health.kind'),
      width: '190px',
      cell: ({ kind, fileName }) => (
        <>
          {kindWord(kind)}
          {fileName && <div className={portal.mono}>{fileName}</div>}
        </>
      ),
    },
    {
      id: 'why',
      label: t('portal.health.why'),
      width: '30%',
      cell: arrival => <Why arrival={arrival} />,
    },
  ];
}
