export { HealthContent } from './HealthContent';
export { PortalPage } from './PortalPage';
export { ReleasesContent } from './ReleasesContent';
