import { DEFAULT_LIMIT, RouterServices, SupplyChainRouter } from '../types';

export function addHealthRoutes(
  router: SupplyChainRouter,
  { access, health }: RouterServices,
): void {
  router.get('/v1/health/causes', async (req, res) => {
    res.json({ items: await health.listCauses(await access.health(req)) });
  });

  router.get('/v1/health/matrix', async (req, res) => {
    const list = await access.health(req);
    res.json(
      await health.listMatrix(list, {
        ...req.query,
        limit: req.query.limit ?? DEFAULT_LIMIT,
      }),
    );
  });

  router.get('/v1/health/arrivals', async (req, res) => {
    const list = await access.health(req);
    res.json(
      await health.listArrivals(list, {
        ...req.query,
        limit: req.query.limit ?? DEFAULT_LIMIT,
      }),
    );
  });

  router.get('/v1/health/status', async (req, res) => {
    res.json(await health.getStatus(await access.health(req)));
  });
}
