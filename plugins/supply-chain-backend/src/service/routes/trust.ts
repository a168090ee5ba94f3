import { entityRefOf } from '../entityRefOf';
import { takeBody } from '../takeBody';
import { DEFAULT_LIMIT, RouterServices, SupplyChainRouter } from '../types';

export function addTrustRoutes(
  router: SupplyChainRouter,
  { access, trust, trustAccess }: RouterServices,
): void {
  router.get('/v1/trust/policy', async (req, res) => {
    await trustAccess.read(req);
    res.json(await trust.getPolicy(await access.list(req)));
  });

  router.post('/v1/trust/test', async (req, res) => {
    const result = await takeBody(req, res, async signal => {
      await trustAccess.read(req);
      const { entity: entityRef } = req.query;
      return trust.test({
        body: req,
        contentEncoding: req.get('content-encoding'),
        signal,
        entity:
          entityRef === undefined
            ? undefined
            : await access.entity(req, entityRef, 'read'),
      });
    });
    res.json(result);
  });

  router.get('/v1/trust/lines/:lineId/dependents', async (req, res) => {
    await trustAccess.read(req);
    const { cursor, limit = DEFAULT_LIMIT } = req.query;
    const list = await access.list(req);
    res.json(
      await trust.listDependents(list, req.params.lineId, { cursor, limit }),
    );
  });

  router.post(
    '/v1/entities/:kind/:namespace/:name/trust/confirm',
    async (req, res) => {
      const granted = await trustAccess.confirm(req, entityRefOf(req.params));
      const { reason, source } = req.body;
      await trust.confirm({ ...granted, reason, source });
      res.status(204).end();
    },
  );
}
