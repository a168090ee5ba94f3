import { RouterServices, SupplyChainRouter } from '../types';

export function addPipelineRoutes(
  router: SupplyChainRouter,
  { pipelines, requirePipelinesRead }: RouterServices,
): void {
  router.get('/v1/pipelines/mappings', async (req, res) => {
    await requirePipelinesRead(req);
    res.json(pipelines.getMappings());
  });

  router.post('/v1/pipelines/explain', async (req, res) => {
    await requirePipelinesRead(req);
    res.json(pipelines.explain(req.body.claims ?? {}));
  });
}
