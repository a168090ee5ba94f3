import { DEFAULT_LIMIT, RouterServices, SupplyChainRouter } from '../types';

export function addPortfolioRoutes(
  router: SupplyChainRouter,
  { access, portfolio }: RouterServices,
): void {
  router.get('/v1/portfolio', async (req, res) => {
    const list = await access.list(req);
    res.json(
      await portfolio.getPortfolio(list, {
        ...req.query,
        limit: req.query.limit ?? DEFAULT_LIMIT,
      }),
    );
  });
}
