import {
  RiCheckLine,
  RiCloseLine,
  RiContrastLine,
  RiSubtractLine,
  RiTimeLine,
} from '@remixicon/react';
import { Expectation } from '@hotpass/backstage-plugin-supply-chain-common';
import { ReactElement } from 'react';

/** Icon per state; each has its own shape, so that colour is never needed. */
export const evidenceIcons: Record<Expectation['state'], ReactElement> = {
  ok: <RiCheckLine aria-hidden />,
  unverified: <RiContrastLine aria-hidden />,
  stale: <RiTimeLine aria-hidden />,
  missing: <RiCloseLine aria-hidden />,
  'not-expected': <RiSubtractLine aria-hidden />,
};
