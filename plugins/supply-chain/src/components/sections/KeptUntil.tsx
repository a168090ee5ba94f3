import { Evidence } from '@hotpass/backstage-plugin-supply-chain-common';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';

/** Until when a document is kept, by which rule, and what keeps it beyond that. */
export function KeptUntil(props: { evidence: Evidence }) {
  const { kept, retainUntil } = props.evidence;
  const { t } = useMessages();
  const dates = useDates();
  if (!kept) {
    return (
      <li title={dates.full(retainUntil)}>
        {t('sections.evidence.keptUntil')} {dates.day(retainUntil)}
      </li>
    );
  }
  const beyond = [
    kept.live && t('sections.evidence.keptLive'),
    kept.held && t('sections.evidence.keptHeld'),
  ].filter(Boolean);
  return (
    <li title={kept.until && dates.full(kept.until)}>
      {kept.state === 'marked' && kept.deletesAt
        ? t('sections.evidence.keptMarked', { at: dates.day(kept.deletesAt) })
        : `${t('sections.evidence.keptUntil')} ${
            kept.until ? dates.day(kept.until) : t('sections.evidence.keptOpen')
          }`}{' '}
      {t('sections.evidence.keptBy', { rule: kept.rule })}
      {beyond.length > 0 && `, ${beyond.join(', ')}`}
    </li>
  );
}
