import { TextField } from '@backstage/ui';
import {
  Channel,
  EVIDENCE_KINDS,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useMessages } from '../../hooks/useMessages';
import { FilterSelect } from '../shared';
import { HoldForm, TEXTS } from './holdForm';
import styles from './retention.module.css';

const CHANNELS: Channel[] = ['release', 'change'];

/** What a query asks for; a field that is empty restricts nothing. */
export function HoldQueryFields(props: {
  query: HoldForm['query'];
  onChange: (query: HoldForm['query']) => void;
}) {
  const { query, onChange } = props;
  const { t } = useMessages();
  return (
    <fieldset className={styles.fields}>
      <legend>{t('retention.holds.queryHint')}</legend>
      {TEXTS.map(member => (
        <TextField
          key={member}
          label={t(`retention.holds.query.${member}`)}
          placeholder={t(`retention.holds.example.${member}`)}
          value={query[member] ?? ''}
          onChange={text => onChange({ ...query, [member]: text })}
          autoComplete="off"
          spellCheck="false"
        />
      ))}
      <FilterSelect
        label={t('retention.holds.query.kinds')}
        value={query.kinds?.[0]}
        options={EVIDENCE_KINDS.map(value => ({
          value,
          label: t(`states.kind.${value}`),
        }))}
        onChange={value => {
          const kind = EVIDENCE_KINDS.find(known => known === value);
          onChange({ ...query, kinds: kind && [kind] });
        }}
      />
      <FilterSelect
        label={t('retention.holds.query.channel')}
        value={query.channel}
        options={CHANNELS.map(value => ({
          value,
          label: t(`pipelines.mappings.channel.${value}`),
        }))}
        onChange={value =>
          onChange({
            ...query,
            channel: CHANNELS.find(known => known === value),
          })
        }
      />
    </fieldset>
  );
}
