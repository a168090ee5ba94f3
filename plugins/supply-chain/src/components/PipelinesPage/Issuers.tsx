import { PipelineMappings } from '@hotpass/backstage-plugin-supply-chain-common';
import { Duration } from 'luxon';
import { useLocale } from '../../hooks/useLocale';
import { useMessages } from '../../hooks/useMessages';
import { CopyButton } from '../copy';
import { ClaimPairs } from './ClaimPairs';
import { Fact, Facts } from '../shared/Facts';
import styles from '../shared/page.module.css';

type Issuer = PipelineMappings['issuers'][number];

/** What tokens must be made for, and who may sign them. */
export function Issuers(props: { known: PipelineMappings }) {
  const { audience, maxTokenAgeSeconds, issuers } = props.known;
  const { t } = useMessages();
  const locale = useLocale();
  return (
    <section className={styles.block} aria-label={t('pipelines.issuers.title')}>
      <h2 className={styles.title}>{t('pipelines.issuers.title')}</h2>
      <div className={styles.box}>
        <Facts>
          <Fact name={t('pipelines.issuers.audience')} wide>
            {audience === undefined ? (
              t('pipelines.issuers.noAudience')
            ) : (
              <span className={styles.inline}>
                <code className={styles.code}>{audience}</code>
                <CopyButton
                  text={audience}
                  label={t('tab.copy', {
                    what: t('pipelines.issuers.audienceCopy'),
                  })}
                />
              </span>
            )}
            <div className={styles.muted}>
              {t('pipelines.issuers.audienceHint')}
            </div>
          </Fact>
          {maxTokenAgeSeconds !== undefined && (
            <Fact name={t('pipelines.issuers.age')}>
              {t('pipelines.issuers.ageValue', {
                age: Duration.fromObject(
                  { seconds: maxTokenAgeSeconds },
                  { locale },
                )
                  .rescale()
                  .toHuman(),
              })}
            </Fact>
          )}
        </Facts>
        <ul className={styles.issuers}>
          {issuers.map(issuer => (
            <IssuerItem key={issuer.issuer} issuer={issuer} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function IssuerItem(props: { issuer: Issuer }) {
  const { issuer, provider, jwksUri, releaseWhen } = props.issuer;
  const { t } = useMessages();
  const address =
    jwksUri ?? `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  return (
    <li className={styles.issuer}>
      <span className={styles.strong}>
        {t(`pipelines.provider.${provider}`)}
      </span>{' '}
      <code className={styles.code}>{issuer}</code>
      <div className={styles.muted}>
        {t('pipelines.issuers.keysAt', { address })}
      </div>
      {provider === 'generic' && (
        <div>
          {releaseWhen ? (
            <>
              {t('pipelines.issuers.releaseWhen')}{' '}
              <ClaimPairs claims={releaseWhen} />
            </>
          ) : (
            t('pipelines.issuers.neverRelease')
          )}
        </div>
      )}
    </li>
  );
}
