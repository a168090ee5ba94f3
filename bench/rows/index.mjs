import { decision } from './decision.mjs';

/** The rows, in the order they run. */
export const rows = [decision];
