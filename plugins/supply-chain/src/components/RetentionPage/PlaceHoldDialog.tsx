import { useApi } from '@backstage/frontend-plugin-api';
import { Select, TextField } from '@backstage/ui';
import { HoldTarget } from '@hotpass/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import { retentionApiRef } from '../../api';
import { useMessages } from '../../hooks/useMessages';
import { ReasonDialog } from '../shared';
import { DayField } from './DayField';
import { endOf, inDays } from './inDays';
import { toDigest } from './toDigest';

const KINDS = ['entity', 'digest', 'entities'] as const;
type TargetKind = (typeof KINDS)[number];

const LABELS = {
  entity: 'entityRef',
  digest: 'digest',
  entities: 'glob',
} as const;

function targetOf(kind: TargetKind, text: string): HoldTarget {
  switch (kind) {
    case 'entity':
      return { entityRef: text };
    case 'digest':
      return { digest: /^sha512:/i.test(text) ? text : toDigest(text) };
    default:
      return { query: { entities: text } };
  }
}

/** What is to be held, until when nobody need ask, and why. */
export function PlaceHoldDialog(props: { onClose: (done: boolean) => void }) {
  const { t } = useMessages();
  const api = useApi(retentionApiRef);
  const [kind, setKind] = useState<TargetKind>('entity');
  const [text, setText] = useState('');
  const [reference, setReference] = useState('');
  const [day, setDay] = useState(inDays(90));
  const reviewAt = endOf(day);
  return (
    <ReasonDialog
      title={t('retention.holds.placeTitle')}
      hint={t('retention.holds.placeHint')}
      reasonHint={t('retention.holds.reasonHint')}
      action={t('retention.holds.place')}
      failed={t('retention.holds.placeFailed')}
      isIncomplete={!text.trim() || !reference.trim() || !reviewAt}
      onAct={reason =>
        api.placeHold({
          target: targetOf(kind, text.trim()),
          reason,
          reference: reference.trim(),
          reviewAt: reviewAt ?? '',
        })
      }
      onClose={props.onClose}
    >
      <Select
        label={t('retention.holds.what')}
        options={KINDS.map(id => ({
          id,
          label: t(`retention.holds.target.${id}`),
        }))}
        value={kind}
        onChange={key => setKind(KINDS.find(id => id === key) ?? 'entity')}
      />
      <TextField
        isRequired
        label={t(`retention.holds.${LABELS[kind]}`)}
        value={text}
        onChange={setText}
        autoComplete="off"
        spellCheck="false"
      />
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
