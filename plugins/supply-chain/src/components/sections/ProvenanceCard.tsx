import { Provenance } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import provenanceStyles from './provenance.module.css';
import { ProvenanceLists } from './ProvenanceLists';
import { ProvenancePicture } from './ProvenancePicture';
import styles from './sections.module.css';
import { UnmetExpectations } from './UnmetExpectations';

/** One statement: the picture, then materials and parameters. */
export function ProvenanceCard(props: {
  provenance: Provenance;
  number: number;
}) {
  const { provenance, number } = props;
  const { t } = useMessages();
  return (
    <article
      className={`${styles.card} ${provenanceStyles.card}`}
      aria-label={t('sections.provenance.statement', {
        number: String(number),
      })}
    >
      <p className={`${styles.text} ${styles.muted} ${styles.small}`}>
        {provenance.predicateType}
        {provenance.buildType && (
          <>
            {' · '}
            {t('sections.provenance.buildType')} {provenance.buildType}
          </>
        )}
      </p>
      <ProvenancePicture provenance={provenance} />
      <UnmetExpectations unmet={provenance.unmet ?? []} />
      <ProvenanceLists provenance={provenance} />
    </article>
  );
}
