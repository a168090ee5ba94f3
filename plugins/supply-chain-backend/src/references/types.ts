import {
  DeadReferencePage,
  EvidenceReference,
  ResolvedReference,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedList } from '../authorization';

/** Links to evidence: where they lead, and which of the catalog's docs have dead ones. */
export interface ReferencesService {
  /**
   * In the order of the references. `mayRead` says of an entity whether the caller may
   * know anything of its evidence.
   */
  resolve(
    references: readonly EvidenceReference[],
    mayRead: (entityRef: string) => Promise<boolean>,
  ): Promise<ResolvedReference[]>;
  /** Of docs that the caller may read, and evidence that they may read. */
  listDead(
    list: GrantedList,
    page: { cursor?: string; limit: number },
  ): Promise<DeadReferencePage>;
}
