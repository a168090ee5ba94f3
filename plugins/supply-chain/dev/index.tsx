import { createDevApp } from '@backstage/frontend-dev-utils';
import { devPlugin } from './devPlugin';
import { pluginInMemory } from './pluginInMemory';

createDevApp({ features: [pluginInMemory, devPlugin] });
