import { Knex } from 'knex';
import { MirrorState } from '@hotpass/backstage-plugin-supply-chain-common';
import { companionRefOf } from '@hotpass/backstage-plugin-supply-chain-node';
import {
  compact,
  toOptionalIso,
} from '../database/operations/releases/columns';
import { findSiteState } from './operations/findSiteState';

/** Where and whether an entity's evidence can be read in TechDocs. */
export async function mirrorStateOf(options: {
  tx: Knex;
  entityRef: string;
  now: number;
}): Promise<MirrorState | undefined> {
  const site = await findSiteState(options);
  return (
    site &&
    compact({
      companionRef: companionRefOf(options.entityRef),
      state: site.state,
      publishedAt: toOptionalIso(site.publishedAt),
    })
  );
}
