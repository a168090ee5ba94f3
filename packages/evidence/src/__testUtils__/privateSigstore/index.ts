export { githubJob, jobToken } from './jobToken';
export type { JobClaims } from './jobToken';
export { signAsJob } from './signAsJob';
export type { SignAsJobOptions } from './signAsJob';
export { startPrivateSigstore } from './startPrivateSigstore';
export type { PrivateSigstore } from './startPrivateSigstore';
