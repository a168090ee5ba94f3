import {
  holdLiftPermission,
  holdPlacePermission,
  retentionReadPermission,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { DEFAULT_LIMIT, RouterServices, SupplyChainRouter } from '../types';

export function addHoldRoutes(
  router: SupplyChainRouter,
  { access, people, keeping: { holds } }: RouterServices,
): void {
  router.get('/v1/holds', async (req, res) => {
    await people.require(req, retentionReadPermission, 'see legal holds');
    const list = await access.list(req);
    res.json({ items: await holds.list(list, req.query) });
  });

  router.post('/v1/holds', async (req, res) => {
    const principal = await people.require(
      req,
      holdPlacePermission,
      'place legal holds',
    );
    const { target, reason, reference } = req.body;
    const reviewAt = new Date(req.body.reviewAt);
    const order = { target, reason, reference, reviewAt, principal };
    res.status(201).json(await holds.place(order));
  });

  router.post('/v1/holds/preview', async (req, res) => {
    const principal = await people.require(
      req,
      holdPlacePermission,
      'place legal holds',
    );
    const list = await access.list(req);
    const { target } = req.body;
    res.json(await holds.preview(list, { target, principal }));
  });

  router.get('/v1/holds/:holdId/entities', async (req, res) => {
    await people.require(req, retentionReadPermission, 'see legal holds');
    const list = await access.list(req);
    const { cursor, limit = DEFAULT_LIMIT } = req.query;
    const { holdId: uid } = req.params;
    res.json(await holds.listEntities(list, { uid, cursor, limit }));
  });

  router.post('/v1/holds/:holdId/lift', async (req, res) => {
    const principal = await people.require(
      req,
      holdLiftPermission,
      'lift legal holds',
    );
    const { reason } = req.body;
    res.json(await holds.lift({ uid: req.params.holdId, reason, principal }));
  });

  router.post('/v1/holds/:holdId/review', async (req, res) => {
    const principal = await people.require(
      req,
      holdPlacePermission,
      'review legal holds',
    );
    const reviewAt = new Date(req.body.reviewAt);
    res.json(
      await holds.review({ uid: req.params.holdId, reviewAt, principal }),
    );
  });
}
