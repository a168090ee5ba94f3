import { PipelineMappings } from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { usePortalUrl } from '../../hooks/usePortalUrl';
import { CodeLine } from '../copy';
import { Claims } from './claims';
import { suggestMapping } from './mappingYaml';
import styles from '../shared/page.module.css';

/** The config that would let the tested claims in. */
export function SuggestedMapping(props: {
  known: PipelineMappings;
  claims: Claims;
}) {
  const { t } = useMessages();
  const portalUrl = usePortalUrl();
  if (!portalUrl) return null;
  const found = suggestMapping({ ...props, portalUrl });
  if (found === 'issuer' || found === 'id') {
    return (
      <p className={styles.text}>
        {found === 'issuer'
          ? t('pipelines.suggestion.noIssuer')
          : t('pipelines.suggestion.noId')}
      </p>
    );
  }
  return (
    <div className={styles.block}>
      <h3 className={styles.name}>{t('pipelines.suggestion.title')}</h3>
      <p className={styles.text}>
        {found.provider === 'generic'
          ? t('pipelines.suggestion.generic')
          : t('pipelines.suggestion.text')}
      </p>
      {found.newIssuer && (
        <p className={styles.text}>{t('pipelines.suggestion.issuer')}</p>
      )}
      <CodeLine
        multiline
        text={found.yaml}
        copyLabel={t('tab.copy', { what: t('pipelines.suggestion.copy') })}
      />
    </div>
  );
}
