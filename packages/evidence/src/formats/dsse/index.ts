export { openEnvelope } from './openEnvelope';
export type { OpenedEnvelope } from './openEnvelope';
