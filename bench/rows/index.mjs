import { decision } from './decision.mjs';
import { ingest } from './ingest.mjs';
import { intakes } from './intakes.mjs';
import { mirror } from './mirror.mjs';
import { posture } from './posture.mjs';
import { reading } from './reading.mjs';
import { retention } from './retention.mjs';
import { stall } from './stall.mjs';
import { verify } from './verify.mjs';
import { whereUsed } from './whereUsed.mjs';

/** The rows, in the order they run. */
export const rows = [
  ingest,
  reading,
  verify,
  decision,
  stall,
  intakes,
  whereUsed,
  posture,
  retention,
  mirror,
];
