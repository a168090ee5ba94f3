import { NotAllowedError } from '@backstage/errors';
import { entityRefOf } from '../entityRefOf';
import { RouterServices, SupplyChainRouter } from '../types';

export function addPromotionRoutes(
  router: SupplyChainRouter,
  { access, promotions }: RouterServices,
): void {
  router.post(
    '/v1/entities/:kind/:namespace/:name/promotions',
    async (req, res) => {
      const asked = entityRefOf(req.params);
      const { entityRef } = await access.entity(req, asked, 'submit');
      const { release: version, channel = 'release', stage } = req.body;
      // A job of a pull request must not say where a release went, either
      const verdict = await access.submission(req, { entityRef, channel });
      if (!verdict.allowed) throw new NotAllowedError(verdict.why.reason);
      const { principal, source } = verdict;
      const { promotion, isNew } = await promotions.record({
        entityRef,
        version,
        channel,
        stage,
        principal,
        source,
      });
      res.status(isNew ? 201 : 200).json(promotion);
    },
  );
}
