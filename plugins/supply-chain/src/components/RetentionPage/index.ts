export { RetentionContent } from './RetentionContent';
export { RetentionView } from './RetentionView';
