import {
  Arrival,
  ArrivalPage,
  HealthCause,
  HealthMatrixRow,
  PipelineStatus,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedList } from '../authorization';

export interface MatrixQuery {
  query?: string;
  owner?: string[];
  cursor?: string;
  limit: number;
}

export interface ArrivalQuery {
  query?: string;
  outcome?: Arrival['outcome'];
  code?: string;
  entity?: string;
  cursor?: string;
  limit: number;
}

/** What of the pipeline is broken, for those who mend it. */
export interface HealthService {
  listCauses(list: GrantedList): Promise<HealthCause[]>;
  listMatrix(
    list: GrantedList,
    query: MatrixQuery,
  ): Promise<{
    items: HealthMatrixRow[];
    totalItems: number;
    nextCursor?: string;
  }>;
  listArrivals(list: GrantedList, query: ArrivalQuery): Promise<ArrivalPage>;
  getStatus(list: GrantedList): Promise<PipelineStatus>;
}
