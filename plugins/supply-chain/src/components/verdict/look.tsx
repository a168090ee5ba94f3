import {
  RiAlertLine,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiEyeLine,
  RiHistoryLine,
  RiIndeterminateCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import { PostureState } from '@hotpass/backstage-plugin-supply-chain-common';
import { ReactElement } from 'react';

/** How a state looks. The icon differs as well as the colour. */
export interface VerdictLook {
  status: 'success' | 'danger' | 'warning' | 'info';
  /** Grey: nothing is known, so nothing is coloured. */
  quiet?: boolean;
  icon: ReactElement;
}

/** The look of every state; a green tick for one state only. */
export const verdictLooks: Record<PostureState, VerdictLook> = {
  'can-ship': { status: 'success', icon: <RiCheckboxCircleFill aria-hidden /> },
  'cannot-ship': { status: 'danger', icon: <RiCloseCircleFill aria-hidden /> },
  'would-not-ship': { status: 'warning', icon: <RiEyeLine aria-hidden /> },
  'out-of-date': { status: 'warning', icon: <RiHistoryLine aria-hidden /> },
  'not-known': {
    status: 'info',
    quiet: true,
    icon: <RiQuestionLine aria-hidden />,
  },
  'could-not-judge': { status: 'danger', icon: <RiAlertLine aria-hidden /> },
  'not-in-scope': {
    status: 'info',
    quiet: true,
    icon: <RiIndeterminateCircleLine aria-hidden />,
  },
};
