import { InputError } from '@backstage/errors';
import { entityRefOf } from '../entityRefOf';
import { DEFAULT_LIMIT, RouterServices, SupplyChainRouter } from '../types';

const entity = '/v1/entities/:kind/:namespace/:name';

export function addPostureRoutes(
  router: SupplyChainRouter,
  { access, posture }: RouterServices,
): void {
  router.get(`${entity}/posture`, async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    const { release, compareWith } = req.query;
    res.json(await posture.getPosture(readable, { release, compareWith }));
  });

  router.get(`${entity}/releases`, async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    const { channel, cursor, limit = DEFAULT_LIMIT } = req.query;
    res.json(await posture.listReleases(readable, { channel, cursor, limit }));
  });

  router.get(`${entity}/gate`, async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    const { release, channel = 'release', stage } = req.query;
    // A yes that was meant for no stage must not pass for one that was asked for
    if (stage !== undefined) {
      throw new InputError(
        `Unknown stage '${stage}': this portal has no stages. Leave 'stage' out to ask whether the release may ship at all`,
      );
    }
    const askedBy = access.principal(readable);
    res.json(await posture.getGate(readable, { release, channel, askedBy }));
  });

  router.get(`${entity}/releases/:releaseId/decision`, async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    res.json(await posture.getDecision(readable, req.params.releaseId));
  });
}
