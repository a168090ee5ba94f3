export { TrustContent } from './TrustContent';
export { TrustView } from './TrustView';
