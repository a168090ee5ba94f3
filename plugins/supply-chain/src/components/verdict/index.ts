export { verdictLooks } from './look';
export { verdictSentence } from './verdictSentence';
