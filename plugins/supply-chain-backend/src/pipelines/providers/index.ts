import { PipelineProvider } from '../../config/PipelinesConfig';
import { Provider } from '../types';
import { generic } from './generic';
import { github } from './github';
import { gitlab } from './gitlab';

export const PROVIDERS: Record<PipelineProvider, Provider> = {
  github,
  gitlab,
  generic,
};
