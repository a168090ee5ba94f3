import { EvidenceDot } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { DotShape } from '../shared';
import dots from '../shared/EvidenceDots.module.css';
import health from './health.module.css';

/** What the dots mean. */
export function Legend() {
  const { t } = useMessages();
  const entries: { state: EvidenceDot['state']; word: string }[] = [
    { state: 'ok', word: t('portal.health.legendOk') },
    { state: 'unverified', word: t('portal.health.legendHalf') },
    { state: 'missing', word: t('portal.health.legendMissing') },
    { state: 'not-expected', word: t('portal.health.legendNotExpected') },
  ];
  return (
    <ul className={health.legend} aria-label={t('portal.health.legend')}>
      {entries.map(({ state, word }) => (
        <li key={state}>
          <span className={`${dots.dot} ${dots[state]}`}>
            <DotShape state={state} />
          </span>
          {word}
        </li>
      ))}
    </ul>
  );
}
