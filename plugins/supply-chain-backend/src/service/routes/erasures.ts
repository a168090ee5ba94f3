import {
  erasureApprovePermission,
  erasureRequestPermission,
  retentionReadPermission,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { RouterServices, SupplyChainRouter } from '../types';

export function addErasureRoutes(
  router: SupplyChainRouter,
  { people, keeping: { erasures } }: RouterServices,
): void {
  router.get('/v1/erasures', async (req, res) => {
    await people.require(req, retentionReadPermission, 'see erasures');
    res.json({ items: await erasures.list() });
  });

  router.post('/v1/erasures', async (req, res) => {
    const principal = await people.require(
      req,
      erasureRequestPermission,
      'ask for erasures',
    );
    const { digest, legalBasis, reason } = req.body;
    const order = { digest, legalBasis, reason, principal };
    res.status(201).json(await erasures.request(order));
  });

  for (const verb of ['approve', 'reject'] as const) {
    router.post(`/v1/erasures/:erasureId/${verb}`, async (req, res) => {
      const principal = await people.require(
        req,
        erasureApprovePermission,
        `${verb} erasures`,
      );
      const { reason } = req.body;
      res.json(
        await erasures[verb]({ uid: req.params.erasureId, reason, principal }),
      );
    });
  }
}
