import {
  PipelineExplanation,
  PipelineMappings,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { PipelinesConfig } from '../config/PipelinesConfig';
import { Claims } from './claims';
import { explainPipeline } from './explainPipeline';

const NONE: PipelinesConfig = {
  audience: '',
  maxTokenAgeMs: 0,
  issuers: [],
  mappings: [],
};

/** Shows and tries the mapping; nothing in it is secret. */
export class PipelinesService {
  readonly #config: PipelinesConfig;

  constructor(options: { config?: PipelinesConfig }) {
    this.#config = options.config ?? NONE;
  }

  getMappings(): PipelineMappings {
    const { audience, maxTokenAgeMs, issuers, mappings } = this.#config;
    if (!audience) return { issuers, mappings };
    return {
      audience,
      maxTokenAgeSeconds: maxTokenAgeMs / 1000,
      issuers,
      mappings,
    };
  }

  explain(claims: Claims): PipelineExplanation {
    return explainPipeline(this.#config, claims);
  }
}
