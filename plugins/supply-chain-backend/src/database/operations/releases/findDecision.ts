import { Knex } from 'knex';
import { RuleResult } from '@hotpass/backstage-plugin-supply-chain-common';
import { toJson, toOptional } from './columns';

/** The parts of a decision that only its own page and the fold need. */
export interface DecisionRecord {
  rules: RuleResult[];
  inputs: { evidenceId: string; digest: string }[];
  comparedReleaseId?: number;
}

export async function findDecision(options: {
  tx: Knex;
  id: number;
}): Promise<DecisionRecord | undefined> {
  const row = await options
    .tx('decision')
    .where('id', options.id)
    .first('rules', 'inputs', 'compared_release_id');
  if (!row) return undefined;
  return {
    rules: toJson<RuleResult[]>(row.rules, []),
    inputs: toJson<DecisionRecord['inputs']>(row.inputs, []),
    comparedReleaseId: toOptional(row.compared_release_id),
  };
}
