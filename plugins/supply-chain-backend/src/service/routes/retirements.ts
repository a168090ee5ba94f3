import { InputError, NotAllowedError } from '@backstage/errors';
import { artifactRestorePermission } from '@hotpass/backstage-plugin-supply-chain-common';
import { hexOf } from '../../holds/matchesTarget';
import { entityRefOf } from '../entityRefOf';
import { takeBody } from '../takeBody';
import { RouterServices, SupplyChainRouter } from '../types';

export function addRetirementRoutes(
  router: SupplyChainRouter,
  { access, audit, people, keeping }: RouterServices,
): void {
  const { retirements, restorer } = keeping;

  router.get('/v1/entities/:kind/:namespace/:name/live', async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    res.json({ items: await retirements.listLive(readable) });
  });

  router.post(
    '/v1/entities/:kind/:namespace/:name/retirements',
    async (req, res) => {
      const asked = entityRefOf(req.params);
      const { entityRef } = await access.entity(req, asked, 'submit');
      const { release: version, channel = 'release', stage } = req.body;
      // As for promotions: a job of a pull request says nothing of releases
      const verdict = await access.submission(req, { entityRef, channel });
      if (!verdict.allowed) throw new NotAllowedError(verdict.why.reason);
      const { principal, source } = verdict;
      const { retirement, isNew } = await retirements.record({
        entityRef,
        version,
        channel,
        stage,
        reason: req.body.reason,
        supportUntil: req.body.supportUntil,
        principal,
        source,
      });
      res.status(isNew ? 201 : 200).json(retirement);
    },
  );

  router.post('/v1/retention/artifacts/:digest/restore', async (req, res) => {
    const { digest } = req.params;
    await takeBody(req, res, async signal => {
      const principal = await people.require(
        req,
        artifactRestorePermission,
        'restore artifacts',
      );
      if (!/^sha256:[0-9a-f]{64}$/.test(digest)) {
        throw new InputError(
          `'${digest}' is no digest; write sha256:<64 hexadecimal digits>`,
        );
      }
      res.json(
        await audit.run(
          'artifact-restore',
          { digest, principal: principal.ref },
          () =>
            restorer.restore({
              sha256: hexOf(digest),
              body: req,
              contentEncoding: req.get('content-encoding'),
              signal,
            }),
        ),
      );
    });
  });
}
