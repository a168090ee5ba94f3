import { HoldTarget } from '@hotpass/backstage-plugin-supply-chain-common';
import { toDigest } from './toDigest';

export const TARGETS = ['entity', 'digest', 'query'] as const;
export type TargetKind = (typeof TARGETS)[number];

type HoldQuery = NonNullable<HoldTarget['query']>;

const PATTERNS = ['entities', 'owner', 'system', 'type', 'lifecycle'] as const;

/** Members of a query that are filled in as one text each. */
export const TEXTS = [...PATTERNS, 'tags', 'labels'] as const;

/** What a person has filled in so far. */
export interface HoldForm {
  kind: TargetKind;
  entity: string;
  digest: string;
  query: Partial<Record<(typeof TEXTS)[number], string>> &
    Pick<HoldQuery, 'kinds' | 'channel'>;
}

export const EMPTY_FORM: HoldForm = {
  kind: 'entity',
  entity: '',
  digest: '',
  query: {},
};

/** Nothing while too little is filled in. */
export function targetOf(form: HoldForm): HoldTarget | undefined {
  const { kind } = form;
  if (kind === 'query') return queryOf(form.query);
  const text = form[kind].trim();
  if (!text) return undefined;
  if (kind === 'entity') return { entityRef: text };
  return { digest: /^sha512:/i.test(text) ? text : toDigest(text) ?? text };
}

function queryOf(filled: HoldForm['query']): HoldTarget | undefined {
  const query: HoldQuery = {};
  for (const member of PATTERNS) {
    query[member] = filled[member]?.trim() || undefined;
  }
  const tags = listOf(filled.tags);
  const labels = listOf(filled.labels).map(pair => pair.split('='));
  const isComplete = labels.every(([, value]) => value?.trim());
  query.tags = tags.length > 0 ? tags : undefined;
  query.labels =
    labels.length > 0 && isComplete
      ? Object.fromEntries(
          labels.map(([key, ...value]) => [key.trim(), value.join('=').trim()]),
        )
      : undefined;
  query.kinds = filled.kinds;
  query.channel = filled.channel;
  const isEmpty = Object.values(query).every(value => value === undefined);
  return isEmpty || !isComplete ? undefined : { query };
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
}
