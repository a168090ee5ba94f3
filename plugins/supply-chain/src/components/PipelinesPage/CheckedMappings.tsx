import { PipelineExplanation } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { ClaimComparison } from './ClaimComparison';
import styles from '../shared/page.module.css';

type Checked = PipelineExplanation['checked'][number];

const faults = ({ claims }: Checked) =>
  claims.filter(({ matches }) => !matches).length;

/** The mapping that counts, or the one that comes closest, claim by claim; then the others. */
export function CheckedMappings(props: { explanation: PipelineExplanation }) {
  const { mapping, checked } = props.explanation;
  const { t } = useMessages();
  const [first] =
    mapping === undefined
      ? [...checked].sort((a, b) => faults(a) - faults(b))
      : checked.filter(one => one.mapping === mapping);
  if (!first) return null;
  const others = checked.filter(one => one !== first);
  const count = others.length;
  return (
    <>
      <ClaimComparison checked={first} />
      {count > 0 && (
        <details className={styles.others}>
          <summary>
            {mapping === undefined
              ? t('pipelines.test.othersToo', { count })
              : t('pipelines.test.others', { count })}
          </summary>
          {others.map(one => (
            <ClaimComparison key={one.mapping} checked={one} />
          ))}
        </details>
      )}
    </>
  );
}
