import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The portal page. Works in both frontend systems. @public */
export const rootRouteRef = createRouteRef({ id: 'supply-chain' });

/** The entity tab. Works in both frontend systems. @public */
export const entityContentRouteRef = createRouteRef({
  id: 'supply-chain:entity',
});

/** The reader of TechDocs; apps without it show no link there. @public */
export const docsRouteRef = createExternalRouteRef({
  id: 'supply-chain:docs',
  params: ['namespace', 'kind', 'name'],
  optional: true,
  defaultTarget: 'techdocs.docRoot',
});
