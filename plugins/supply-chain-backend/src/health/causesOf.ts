import { HealthCause } from '@hotpass/backstage-plugin-supply-chain-common';
import { compact } from '../database/operations/releases/columns';
import { BadPromotion } from './operations/listBadPromotions';
import { LastGood } from './operations/listLastGood';
import { OpenGateAsk } from './operations/listOpenGateAsks';
import { OpenRefusal } from './operations/listOpenRefusals';
import { HealthSubject } from './operations/listSubjects';

const kindNames: Record<string, string> = {
  sbom: 'SBOM',
  vex: 'VEX',
  vsa: 'VSA',
};

/** What is broken now, most entities first, of equals the longest first. */
export function causesOf(options: {
  refusals: readonly OpenRefusal[];
  subjects: readonly HealthSubject[];
  lastGood: readonly LastGood[];
  gateAsks: readonly OpenGateAsk[];
  promotions: readonly BadPromotion[];
}): HealthCause[] {
  return [
    ...refusedCauses(options.refusals),
    ...missingCauses(options.subjects, options.lastGood),
    ...unjudgedCauses(options.subjects),
    ...askedCauses(options.gateAsks, options.subjects),
    ...promotedCauses(options.promotions, options.subjects),
  ].sort(
    (a, b) => b.entityCount - a.entityCount || (a.since < b.since ? -1 : 1),
  );
}

function refusedCauses(refusals: readonly OpenRefusal[]): HealthCause[] {
  return [...groupBy(refusals, refusal => refusal.code)].map(
    ([code, group]) => {
      const latest = group[group.length - 1];
      return {
        code,
        title: sentence(code.replaceAll('-', ' ')),
        ...entitiesOf(group),
        since: isoOf(Math.min(...group.map(refusal => refusal.at))),
        remedy: latest.remedy ?? latest.reason,
        arrivals: { outcome: 'refused' as const, code },
      };
    },
  );
}

/**
 * Kinds that are expected and absent on the newest release. What has never come
 * is only a fault where it is required: a wanted kind is yet to be set up.
 */
function missingCauses(
  subjects: readonly HealthSubject[],
  lastGood: readonly LastGood[],
): HealthCause[] {
  const last = new Map(
    lastGood.map(good => [`${good.subjectId} ${good.kind}`, good]),
  );
  const missing = subjects
    .filter(subject => subject.version !== undefined)
    .flatMap(subject =>
      subject.dots
        .filter(dot => dot.state === 'missing')
        .map(dot => ({
          ...subject,
          kind: dot.kind,
          since: dot.since ? Date.parse(dot.since) : subject.stateSince,
          good: last.get(`${subject.id} ${dot.kind}`),
          required: subject.expected.some(
            ({ kind, level }) => kind === dot.kind && level === 'required',
          ),
        })),
    )
    .filter(item => item.good !== undefined || item.required);
  const groups = groupBy(
    missing,
    item => `${item.kind}-${item.good ? 'stopped' : 'never-sent'}`,
  );
  return [...groups].map(([code, group]) => {
    const [{ kind }] = group;
    const name = kindNames[kind] ?? sentence(kind);
    const goods = group
      .flatMap(item => (item.good ? [{ item, good: item.good }] : []))
      .sort((a, b) => b.good.at - a.good.at);
    return compact({
      code,
      title: goods.length
        ? `${name} stopped arriving`
        : `${name} was never sent`,
      ...entitiesOf(group),
      since: isoOf(Math.min(...group.map(item => item.since))),
      remedy: goods.length
        ? `Look at what changed in the build since ${goods[0].good.version}, then send it again with \`supply-chain push\``
        : `Add \`supply-chain push\` to the build that makes the release`,
      lastGood: goods[0] && {
        entityRef: goods[0].item.entityRef,
        version: goods[0].good.version,
        at: isoOf(goods[0].good.at),
      },
    });
  });
}

function unjudgedCauses(subjects: readonly HealthSubject[]): HealthCause[] {
  const unjudged = subjects.filter(
    subject => subject.state === 'could-not-judge',
  );
  const groups = groupBy(unjudged, subject => subject.error?.code ?? 'unknown');
  return [...groups].map(([code, group]) => ({
    code: `could-not-judge-${code}`,
    title: 'Could not judge',
    ...entitiesOf(group),
    since: isoOf(Math.min(...group.map(subject => subject.stateSince))),
    remedy:
      group[0].error?.message ??
      'An operator finds the reason in the log of the backend',
  }));
}

/** Somebody waits for a yes that cannot come. */
function askedCauses(
  asks: readonly OpenGateAsk[],
  subjects: readonly HealthSubject[],
): HealthCause[] {
  const byId = new Map(subjects.map(subject => [subject.id, subject]));
  const items = asks.flatMap(ask => {
    const subject = byId.get(ask.subjectId);
    return subject ? [{ ...subject, ...ask }] : [];
  });
  if (items.length === 0) return [];
  const { entityRef, version, askedAt, by } = items[items.length - 1];
  return [
    {
      code: 'gate-no-evidence',
      title: 'Gate asked, no evidence',
      ...entitiesOf(items),
      since: isoOf(Math.min(...items.map(item => item.firstAt))),
      remedy: `Send the evidence of the version before the gate is asked, with \`supply-chain push\` in its build; or ask for a version that was sent`,
      lastAsk: { entityRef, version, at: isoOf(askedAt), by },
    },
  ];
}

/** Somebody went on without a yes. */
function promotedCauses(
  promotions: readonly BadPromotion[],
  subjects: readonly HealthSubject[],
): HealthCause[] {
  const byId = new Map(subjects.map(subject => [subject.id, subject]));
  const items = promotions.flatMap(promotion => {
    const subject = byId.get(promotion.subjectId);
    return subject ? [{ ...subject, ...promotion }] : [];
  });
  const groups = groupBy(items, ({ saidNo }) =>
    saidNo ? 'promoted-despite-no' : 'promoted-without-asking',
  );
  return [...groups].map(([code, group]) => {
    const { entityRef, version, stage, at, by, saidNo } =
      group[group.length - 1];
    return {
      code,
      title: saidNo
        ? 'Promoted although the gate said no'
        : 'Promoted without an answer of the gate',
      ...entitiesOf(group),
      since: isoOf(Math.min(...group.map(item => item.at))),
      remedy: saidNo
        ? `Let the deployment stop where \`supply-chain gate --stage ${stage}\` ends with 1`
        : `Ask \`supply-chain gate --stage ${stage}\` before the deployment, and go on only where it ends with 0.`,
      lastPromotion: { entityRef, version, stage, at: isoOf(at), by },
    };
  });
}

/** Each entity once, with the version of its latest item; the arrivals of the first tell more. */
function entitiesOf(
  items: readonly { entityRef: string; owner?: string; version?: string }[],
): Pick<HealthCause, 'entities' | 'entityCount' | 'arrivals'> {
  const byRef = new Map(
    items.map(({ entityRef, owner, version }) => [
      entityRef,
      compact({ entityRef, owner, version }),
    ]),
  );
  const entities = [...byRef.values()];
  const [{ entityRef: entity }] = entities;
  return { entities, entityCount: byRef.size, arrivals: { entity } };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string) {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

function sentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}

function isoOf(millis: number): string {
  return new Date(millis).toISOString();
}
