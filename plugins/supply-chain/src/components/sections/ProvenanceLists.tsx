import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
} from '@backstage/ui';
import { Provenance } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { useNumbers } from '../../hooks/useNumbers';
import lists from './provenance.module.css';
import { MoreItems, ProvenanceDigests } from './ProvenanceDigests';
import styles from './sections.module.css';

const SHOWN = 200;

/** Materials and external parameters, closed until they are asked for. */
export function ProvenanceLists(props: { provenance: Provenance }) {
  const { materials, externalParameters = {} } = props.provenance;
  const { t } = useMessages();
  const { formatNumber } = useNumbers();
  const hasParameters = Object.keys(externalParameters).length > 0;
  return (
    <AccordionGroup allowsMultiple>
      <Accordion id="materials">
        <AccordionTrigger
          title={t('sections.provenance.materials')}
          subtitle={formatNumber(materials.length)}
        />
        <AccordionPanel>
          {materials.length === 0 ? (
            <p className={styles.text}>
              {t('sections.provenance.noMaterials')}
            </p>
          ) : (
            <ul className={lists.materials}>
              {materials.slice(0, SHOWN).map((material, index) => (
                // eslint-disable-next-line react/no-array-index-key
                <li key={index} className={styles.inline}>
                  <span className={styles.mono}>
                    {material.uri ?? material.name}
                  </span>
                  <ProvenanceDigests digests={material.digests} />
                </li>
              ))}
              <MoreItems count={materials.length - SHOWN} />
            </ul>
          )}
        </AccordionPanel>
      </Accordion>
      <Accordion id="parameters">
        <AccordionTrigger title={t('sections.provenance.parameters')} />
        <AccordionPanel>
          {hasParameters ? (
            <pre
              className={lists.parameters}
              // A long value scrolls, so the keyboard must be able to reach it.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
              aria-label={t('sections.provenance.parameters')}
            >
              {JSON.stringify(externalParameters, undefined, 2)}
            </pre>
          ) : (
            <p className={styles.text}>
              {t('sections.provenance.noParameters')}
            </p>
          )}
        </AccordionPanel>
      </Accordion>
    </AccordionGroup>
  );
}
