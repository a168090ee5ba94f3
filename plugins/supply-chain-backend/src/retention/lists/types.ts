import {
  EvidenceAccessPage,
  ExpiringEvidence,
  ExpiringPage,
  MissingEvidencePage,
  Principal,
  RestoreCheck,
  RetentionAlarm,
  RetentionOverview,
  RetentionRun,
  TombstonePage,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedList } from '../../authorization';

export interface Page {
  cursor?: string;
  limit: number;
}

/**
 * What the retention page shows. Whoever calls it has asked the permission; rows are
 * limited to entities that are not hidden from the caller. An entity that left the
 * catalog is hidden from nobody.
 */
export interface RetentionService {
  getOverview(): Promise<RetentionOverview>;
  listExpiring(
    list: GrantedList,
    query: Page & {
      days?: number;
      entity?: string;
      rule?: string;
      state?: ExpiringEvidence['state'];
    },
  ): Promise<ExpiringPage>;
  listMissing(
    list: GrantedList,
    query: Page & { owner?: string; query?: string },
  ): Promise<MissingEvidencePage>;
  listTombstones(
    list: GrantedList,
    query: Page & { digest?: string; entity?: string },
  ): Promise<TombstonePage>;
  listRuns(
    query: Page,
  ): Promise<{ items: RetentionRun[]; nextCursor?: string }>;
  listAlarms(query: { open?: boolean }): Promise<RetentionAlarm[]>;
  /** `ConflictError` for one that cannot be confirmed, or was ended before. */
  confirmAlarm(options: {
    uid: string;
    reason: string;
    principal: Principal;
  }): Promise<RetentionAlarm>;
  checkRestore(): Promise<RestoreCheck>;
  listAccesses(
    list: GrantedList,
    query: Page & {
      entity?: string;
      releaseId?: string;
      evidenceId?: string;
      by?: string;
      action?: 'read' | 'download';
    },
  ): Promise<EvidenceAccessPage>;
}
