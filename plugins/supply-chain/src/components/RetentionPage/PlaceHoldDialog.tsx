import { useApi } from '@backstage/frontend-plugin-api';
import { Select, TextField } from '@backstage/ui';
import { useState } from 'react';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { ReasonDialog } from '../shared';
import { DayField } from './DayField';
import { EMPTY_FORM, targetOf, TARGETS } from './holdForm';
import { HoldPreview } from './HoldPreview';
import { HoldQueryFields } from './HoldQueryFields';
import { endOf, inDays } from './inDays';

const LABELS = { entity: 'entityRef', digest: 'digest' } as const;

/** What is to be held and how much that is, until when nobody need ask, and why. */
export function PlaceHoldDialog(props: { onClose: (done: boolean) => void }) {
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const [form, setForm] = useState(EMPTY_FORM);
  const [reference, setReference] = useState('');
  const [day, setDay] = useState(inDays(90));
  const reviewAt = endOf(day);
  const target = targetOf(form);
  const { kind } = form;
  return (
    <ReasonDialog
      title={t('retention.holds.placeTitle')}
      hint={t('retention.holds.placeHint')}
      reasonHint={t('retention.holds.reasonHint')}
      action={t('retention.holds.place')}
      failed={t('retention.holds.placeFailed')}
      isIncomplete={!target || !reference.trim() || !reviewAt}
      onAct={async reason => {
        if (!target || !reviewAt) return;
        await api.placeHold({
          target,
          reason,
          reference: reference.trim(),
          reviewAt,
        });
      }}
      onClose={props.onClose}
    >
      <Select
        label={t('retention.holds.what')}
        options={TARGETS.map(id => ({
          id,
          label: t(`retention.holds.target.${id}`),
        }))}
        value={kind}
        onChange={key =>
          setForm({
            ...form,
            kind: TARGETS.find(id => id === key) ?? 'entity',
          })
        }
      />
      {kind === 'query' ? (
        <HoldQueryFields
          query={form.query}
          onChange={query => setForm({ ...form, query })}
        />
      ) : (
        <TextField
          isRequired
          label={t(`retention.holds.${LABELS[kind]}`)}
          value={form[kind]}
          onChange={text => setForm({ ...form, [kind]: text })}
          autoComplete="off"
          spellCheck="false"
        />
      )}
      <HoldPreview target={target} />
      <TextField
        isRequired
        label={t('retention.holds.reference')}
        description={t('retention.holds.referenceHint')}
        value={reference}
        onChange={setReference}
      />
      <DayField
        label={t('retention.holds.review')}
        value={day}
        onChange={setDay}
      />
    </ReasonDialog>
  );
}
