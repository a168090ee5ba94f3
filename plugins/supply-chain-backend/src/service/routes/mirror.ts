import { InputError } from '@backstage/errors';
import { SiteOutcome } from '../../mirror/operations/settleClaim';
import { DEFAULT_LIMIT, RouterServices, SupplyChainRouter } from '../types';

/** Evidence of every entity leaves by these routes, so they know two callers only. */
export function addMirrorRoutes(
  router: SupplyChainRouter,
  { access, mirror }: RouterServices,
): void {
  router.get('/v1/mirror/companions', async (req, res) => {
    await access.plugin(req, ['catalog', 'techdocs']);
    const { entity: entityRef, cursor, limit = DEFAULT_LIMIT } = req.query;
    res.json(await mirror.listCompanions({ entityRef, cursor, limit }));
  });

  router.post('/v1/mirror/due', async (req, res) => {
    await access.plugin(req, ['techdocs']);
    res.json({ items: await mirror.listDue(req.body) });
  });

  router.post('/v1/mirror/claims', async (req, res) => {
    await access.plugin(req, ['techdocs']);
    const claim = await mirror.claim(req.body, req.body.entityRef);
    res.json(claim ? { claim } : {});
  });

  router.post('/v1/mirror/claims/:claimId/renew', async (req, res) => {
    await access.plugin(req, ['techdocs']);
    res.json(await mirror.renew(req.params.claimId));
  });

  router.post('/v1/mirror/claims/:claimId/settle', async (req, res) => {
    await access.plugin(req, ['techdocs']);
    await mirror.settle(req.params.claimId, toOutcome(req.body));
    res.status(204).end();
  });
}

function toOutcome(body: {
  outcome: SiteOutcome['outcome'];
  etag?: string;
}): SiteOutcome {
  const { outcome, etag } = body;
  if ((outcome === 'published') !== (etag !== undefined)) {
    throw new InputError(
      'etag: belongs to the outcome published, and only there',
    );
  }
  return { outcome, etag } as SiteOutcome;
}
