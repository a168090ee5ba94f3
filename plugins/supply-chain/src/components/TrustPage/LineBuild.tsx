import { TrustLine } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { Fact } from '../shared/Facts';
import styles from '../shared/page.module.css';
import { CodeList } from './CodeList';

/** What provenance must say to be worth the line's level. */
export function LineBuild(props: { build: NonNullable<TrustLine['build']> }) {
  const { builders, buildTypes, source, externalParameters } = props.build;
  const { t } = useMessages();
  const parameters = Object.entries(externalParameters);
  return (
    <>
      <Fact name={t('trust.build.builder')} wide>
        <CodeList values={builders} />
        <div className={styles.muted}>
          {t('trust.build.type')} <CodeList values={buildTypes} />
        </div>
      </Fact>
      <Fact name={t('trust.build.source')} wide>
        <CodeList values={source.repositories} />
        <div className={styles.muted}>
          {t('trust.lines.refs')} <CodeList values={source.refs} />
        </div>
      </Fact>
      <Fact name={t('trust.build.parameters')} wide>
        {parameters.length === 0
          ? t('trust.build.noParameters')
          : parameters.map(([pointer, values]) => (
              <div key={pointer} className={styles.inline}>
                <code className={styles.where}>{pointer}</code>
                <CodeList values={values} />
              </div>
            ))}
      </Fact>
    </>
  );
}
