import { VisuallyHidden } from '@backstage/ui';
import { Expectation } from '@hotpass/backstage-plugin-supply-chain-common';
import { Dates, useDates } from '../../hooks/useDates';
import { Translate, useMessages } from '../../hooks/useMessages';
import tab from './EntityTab.module.css';
import styles from './EvidenceChecklist.module.css';
import { evidenceIcons } from './evidenceLook';

function detailOf(
  { state, detail, since, level }: Expectation,
  { t, dates }: { t: Translate; dates: Dates },
) {
  const parts = [detail];
  if (state === 'missing') {
    const from = since && (since.version ?? dates.ago(since.at));
    parts[0] = from
      ? t('tab.evidence.missingSince', { since: from })
      : t('tab.evidence.missing');
    if (level === 'wanted') parts.push(t('tab.evidence.wanted'));
  }
  return parts.filter(Boolean).join(' · ');
}

/** One kind of evidence: its state by icon and word, and what is known of it. */
export function EvidenceRow(props: {
  expectation: Expectation;
  onShow: () => void;
}) {
  const { expectation, onShow } = props;
  const { kind, state, evidenceId } = expectation;
  const { t } = useMessages();
  const dates = useDates();
  const name = t(`states.kind.${kind}`);
  return (
    <li className={styles.evidence} data-state={state}>
      <span className={styles.evidenceIcon}>{evidenceIcons[state]}</span>
      <VisuallyHidden>{t(`states.evidence.${state}`)}:</VisuallyHidden>
      {evidenceId ? (
        <button
          type="button"
          className={styles.evidenceName}
          aria-label={t('tab.evidence.show', { kind: name })}
          onClick={onShow}
        >
          {name}
        </button>
      ) : (
        <span className={styles.evidenceName}>{name}</span>
      )}
      <span className={tab.secondary}>
        {detailOf(expectation, { t, dates })}
      </span>
    </li>
  );
}
