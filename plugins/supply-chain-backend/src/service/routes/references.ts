import { retentionReadPermission } from '@hotpass/backstage-plugin-supply-chain-common';
import { DEFAULT_LIMIT, RouterServices, SupplyChainRouter } from '../types';

export function addReferenceRoutes(
  router: SupplyChainRouter,
  { access, people, references }: RouterServices,
): void {
  router.post('/v1/references', async (req, res) => {
    const mayRead = async (entityRef: string) => {
      try {
        await access.entity(req, entityRef, 'read');
        return true;
      } catch (error) {
        const { name } = error as Error;
        if (name === 'NotFoundError' || name === 'NotAllowedError')
          return false;
        throw error;
      }
    };
    const items = await references.resolve(req.body.references, mayRead);
    res.json({ items });
  });

  router.get('/v1/retention/dead-references', async (req, res) => {
    await people.require(
      req,
      retentionReadPermission,
      'see how evidence is kept',
    );
    const list = await access.list(req);
    const { cursor, limit = DEFAULT_LIMIT } = req.query;
    res.json(await references.listDead(list, { cursor, limit }));
  });
}
