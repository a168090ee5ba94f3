import { entityRefOf } from '../entityRefOf';
import { DEFAULT_LIMIT, RouterServices, SupplyChainRouter } from '../types';

const release = '/v1/entities/:kind/:namespace/:name/releases/:releaseId';

export function addInventoryRoutes(
  router: SupplyChainRouter,
  { access, inventory }: RouterServices,
): void {
  router.get(`${release}/components`, async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    res.json(
      await inventory.listComponents(readable, req.params.releaseId, {
        ...req.query,
        limit: req.query.limit ?? DEFAULT_LIMIT,
      }),
    );
  });

  router.get(`${release}/paths`, async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    const paths = await inventory.listPaths(
      readable,
      req.params.releaseId,
      req.query.component,
    );
    res.json({ paths });
  });

  router.get(`${release}/findings`, async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    res.json(
      await inventory.listFindings(readable, req.params.releaseId, {
        ...req.query,
        limit: req.query.limit ?? DEFAULT_LIMIT,
      }),
    );
  });

  router.get(`${release}/provenance`, async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    const items = await inventory.listProvenance(
      readable,
      req.params.releaseId,
    );
    res.json({ items });
  });

  router.get(`${release}/diff`, async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    const { base } = req.query;
    res.json(await inventory.getDiff(readable, req.params.releaseId, base));
  });

  router.get('/v1/where-used', async (req, res) => {
    const list = await access.list(req);
    const { purl, cursor, limit = DEFAULT_LIMIT } = req.query;
    res.json(await inventory.listWhereUsed(list, { purl, cursor, limit }));
  });
}
