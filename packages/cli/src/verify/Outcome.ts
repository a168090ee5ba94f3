import { VerifyCheck } from '@hotpass/supply-chain-evidence';
import { Result } from '../documents/tellResult';

/** What `verify` found, in words and as JSON. */
export interface Outcome {
  checks: VerifyCheck[];
  verdict: Result['verdict'];
  fixes: Result['fixes'];
  details: object;
}
