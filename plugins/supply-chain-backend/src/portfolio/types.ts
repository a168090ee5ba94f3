import {
  PortfolioPage,
  PostureState,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { GrantedList } from '../authorization';

export interface PortfolioQuery {
  state?: PostureState[];
  owner?: string[];
  system?: string[];
  newlyBroken?: boolean;
  query?: string;
  sort?: 'urgency' | 'entity' | 'owner' | 'stateSince';
  order?: 'asc' | 'desc';
  cursor?: string;
  limit: number;
}

/** A row for every entity in scope that the caller may read, sent or not. */
export interface PortfolioService {
  getPortfolio(
    list: GrantedList,
    query: PortfolioQuery,
  ): Promise<PortfolioPage>;
}
