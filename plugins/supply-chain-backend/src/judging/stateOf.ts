import {
  Decision,
  PostureState,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { SubjectRow } from '../database/rows';
import { fixesOf } from '../posture/fixFirst';
import { isEnforced, stateOfDecision } from '../posture/postureState';

/** What the newest release's decision, if any, makes of a subject. */
export interface SubjectState {
  state: PostureState;
  newlyBroken: boolean;
  /** Higher first. */
  urgency: number;
  firstReason?: string;
  moreReasons: number;
}

/** The newest release as far as its subject's state depends on it. */
export interface JudgedRelease {
  version: string;
  hasEvidence: boolean;
  decision?: Pick<Decision, 'rules'> & {
    verdict: 'passed' | 'failed' | 'incomplete' | 'error';
    newViolations: number;
    error?: { message: string };
  };
}

const RANK: Record<PostureState, number> = {
  'cannot-ship': 60,
  'could-not-judge': 50,
  'would-not-ship': 40,
  'out-of-date': 30,
  'not-known': 20,
  'can-ship': 10,
  'not-in-scope': 0,
};

export function stateOf(options: {
  subject: Pick<
    SubjectRow,
    'in_scope' | 'mode' | 'enforced_from' | 'latest_release'
  >;
  newest?: JudgedRelease;
  /** Whether the annotated version has evidence of its own. */
  latestHasEvidence: boolean;
  now: number;
}): SubjectState {
  const { subject, newest } = options;
  const state = wordFor(options);
  const isBroken = state === 'cannot-ship' || state === 'would-not-ship';
  const newlyBroken = isBroken && (newest?.decision?.newViolations ?? 0) > 0;
  const reasons = reasonsOf(state, subject, newest);
  return {
    state,
    newlyBroken,
    urgency: (newlyBroken ? 1000 : 0) + RANK[state],
    firstReason: reasons[0],
    moreReasons: Math.max(reasons.length - 1, 0),
  };
}

function wordFor(options: Parameters<typeof stateOf>[0]): PostureState {
  const { subject, newest, latestHasEvidence, now } = options;
  if (!subject.in_scope) return 'not-in-scope';
  if (!newest || !newest.hasEvidence || !newest.decision) return 'not-known';
  const { latest_release: latest } = subject;
  if (latest && !sameVersion(latest, newest.version) && !latestHasEvidence) {
    return 'out-of-date';
  }
  const { mode, enforced_from: from } = subject;
  const enforcedFrom =
    from === undefined ? undefined : new Date(from).toISOString();
  return stateOfDecision(
    newest.decision,
    isEnforced({ mode, enforcedFrom }, new Date(now)),
  );
}

/** Tags often carry a `v` that versions do not. */
export function sameVersion(one: string, other: string): boolean {
  const bare = (version: string) => version.trim().replace(/^v(?=\d)/i, '');
  return bare(one) === bare(other);
}

function reasonsOf(
  state: PostureState,
  subject: Pick<SubjectRow, 'latest_release'>,
  newest: JudgedRelease | undefined,
): string[] {
  switch (state) {
    case 'cannot-ship':
    case 'would-not-ship': {
      const rules = newest?.decision?.rules ?? [];
      const fixes = fixesOf(rules).map(fix => fix.message);
      if (fixes.length > 0) return fixes;
      return rules
        .filter(rule => rule.status === 'not-judged')
        .map(rule => `Not judged: ${rule.title}`);
    }
    case 'could-not-judge':
      return [
        newest?.decision?.error?.message ?? 'The policy could not be run',
      ];
    case 'out-of-date':
      return [`${subject.latest_release} was tagged without evidence`];
    default:
      return [];
  }
}
