export { PipelinesContent } from './PipelinesContent';
export { PipelinesView } from './PipelinesView';
