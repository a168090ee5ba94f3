import { Posture } from '@hotpass/backstage-plugin-supply-chain-common';
import { TabParams } from '../../hooks/useTabParams';
import styles from './EntityTab.module.css';
import { EvidenceChecklist } from './EvidenceChecklist';
import { FixFirst } from './FixFirst';
import { LegalHoldLine } from './LegalHoldLine';
import { Proof } from './Proof';
import { SinceLine } from './SinceLine';
import { UpcomingLines } from './UpcomingLines';
import { VerdictAlert } from './VerdictAlert';

/** What a reader needs before scrolling: the verdict, the fix, the evidence. */
export function Fold(props: {
  posture: Posture;
  setParams: (change: Partial<TabParams>) => void;
}) {
  const { posture, setParams } = props;
  const { release, fixFirst, changes, holds } = posture;
  const onShow = (section: TabParams['section']) => setParams({ section });
  return (
    <>
      <VerdictAlert posture={posture} onWhy={() => onShow('rules')} />
      {holds && <LegalHoldLine holds={holds} />}
      {release && (
        <>
          <div className={styles.columns}>
            {fixFirst.length > 0 ? (
              <FixFirst posture={posture} onShow={onShow} />
            ) : (
              <Proof posture={posture} />
            )}
            <EvidenceChecklist posture={posture} onShow={onShow} />
          </div>
          <div className={styles.lines}>
            <UpcomingLines posture={posture} />
            {changes && (
              <SinceLine changes={changes} onShow={() => onShow('diff')} />
            )}
          </div>
        </>
      )}
    </>
  );
}
