import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { cardMessages } from './messages/card';
import { docsMessages } from './messages/docs';
import { pipelinesMessages } from './messages/pipelines';
import { portalMessages } from './messages/portal';
import { retentionMessages } from './messages/retention';
import { sectionsMessages } from './messages/sections';
import { startMessages } from './messages/start';
import { statesMessages } from './messages/states';
import { tabMessages } from './messages/tab';
import { trustMessages } from './messages/trust';
import { verdictMessages } from './messages/verdict';

/** Every string of the pages. @public */
export const supplyChainTranslationRef = createTranslationRef({
  id: 'plugin.supply-chain',
  messages: {
    tab: tabMessages,
    verdict: verdictMessages,
    start: startMessages,
    card: cardMessages,
    docs: docsMessages,
    portal: portalMessages,
    pipelines: pipelinesMessages,
    sections: sectionsMessages,
    trust: trustMessages,
    retention: retentionMessages,
    states: statesMessages,
  },
});
