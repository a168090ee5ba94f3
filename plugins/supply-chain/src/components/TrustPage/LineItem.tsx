import { TrustLine } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiCheckboxCircleFill, RiForbid2Line } from '@remixicon/react';
import { useDates } from '../../hooks/useDates';
import { useMessages } from '../../hooks/useMessages';
import { Fact, Facts } from '../shared/Facts';
import styles from '../shared/page.module.css';
import { StatusWord } from '../shared';
import { CodeList } from './CodeList';
import { Dependents } from './Dependents';
import { LineBuild } from './LineBuild';
import { LineSigner } from './LineSigner';
import { useMaterialWords } from './useMaterialWords';

/** One line: who, with what material and when, may say what about whom. */
export function LineItem(props: { line: TrustLine; applies: boolean }) {
  const { line, applies } = props;
  const { t } = useMessages();
  const dates = useDates();
  const materialWords = useMaterialWords();
  return (
    <li className={styles.mapping} data-counts={applies}>
      <div className={styles.head}>
        <h3 className={styles.name}>{line.id}</h3>
        {line.build && (
          <span className={styles.where}>
            {t('trust.lines.level', { level: String(line.build.level) })}
          </span>
        )}
        {line.revoked && (
          <StatusWord icon={<RiForbid2Line />} tone="danger" strong>
            {t(`trust.lines.revoked.${line.revoked.reason}`, {
              since: dates.day(line.revoked.since),
            })}
          </StatusWord>
        )}
        {applies && (
          <StatusWord icon={<RiCheckboxCircleFill />} tone="success" strong>
            <span className={styles.wrap}>{t('trust.lines.applies')}</span>
          </StatusWord>
        )}
      </div>
      <Facts>
        <LineSigner signer={line.signer} />
        <Fact name={t('trust.lines.says')} wide>
          <CodeList values={line.predicateTypes} />
        </Fact>
        <Fact name={t('trust.lines.about')} wide>
          <CodeList values={line.entities} />
          {line.origins && (
            <div className={styles.muted}>
              {t('trust.lines.origins')} <CodeList values={line.origins} />
            </div>
          )}
        </Fact>
        <Fact name={t('trust.lines.material')}>
          {materialWords(line.require)}
        </Fact>
        <Fact name={t('trust.lines.period')}>
          {line.from || line.until
            ? t('trust.lines.between', {
                from: line.from ? dates.day(line.from) : '…',
                until: line.until ? dates.day(line.until) : '…',
              })
            : t('trust.lines.always')}
        </Fact>
        {line.build && <LineBuild build={line.build} />}
      </Facts>
      <Dependents line={line} />
    </li>
  );
}
