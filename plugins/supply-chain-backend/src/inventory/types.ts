import { Readable } from 'node:stream';
import {
  Component,
  ComponentPage,
  Diff,
  Evidence,
  Finding,
  FindingPage,
  Provenance,
  WhereUsedPage,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedEntity, GrantedList } from '../authorization';

export interface PageRequest {
  cursor?: string;
  limit: number;
}

export interface ComponentQuery extends PageRequest {
  query?: string;
  /** Exact; empty for none stated. */
  licence?: string;
  relation?: Component['relation'];
  sort?: 'name' | 'version' | 'licence' | 'relation' | 'findings';
  order?: 'asc' | 'desc';
}

export interface FindingQuery extends PageRequest {
  query?: string;
  severity?: Finding['severity'];
  status?: string;
  sort?: 'severity' | 'component' | 'vulnerability' | 'firstSeenAt';
  order?: 'asc' | 'desc';
}

/** What is in a release. Every method throws `NotFoundError` for a foreign id. */
export interface InventoryService {
  listComponents(
    entity: GrantedEntity,
    releaseUid: string,
    query: ComponentQuery,
  ): Promise<ComponentPage>;
  /** Names from the root to the component; at most 5. */
  listPaths(
    entity: GrantedEntity,
    releaseUid: string,
    componentKey: string,
  ): Promise<string[][]>;
  listFindings(
    entity: GrantedEntity,
    releaseUid: string,
    query: FindingQuery,
  ): Promise<FindingPage>;
  listProvenance(
    entity: GrantedEntity,
    releaseUid: string,
  ): Promise<Provenance[]>;
  listEvidence(entity: GrantedEntity, releaseUid: string): Promise<Evidence[]>;
  getEvidence(
    entity: GrantedEntity,
    releaseUid: string,
    evidenceUid: string,
  ): Promise<Evidence>;
  /** The exact bytes, and the evidence they are of. */
  openEvidence(
    entity: GrantedEntity,
    releaseUid: string,
    evidenceUid: string,
  ): Promise<{ evidence: Evidence; body: Readable }>;
  getDiff(
    entity: GrantedEntity,
    releaseUid: string,
    baseUid?: string,
  ): Promise<Diff>;
  /** Current inventory of every entity that the caller may read. */
  listWhereUsed(
    list: GrantedList,
    query: PageRequest & { purl: string },
  ): Promise<WhereUsedPage>;
}
