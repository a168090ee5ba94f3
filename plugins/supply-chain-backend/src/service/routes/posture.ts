import { retentionReadPermission } from '@hotpass/backstage-plugin-supply-chain-common';
import { entityRefOf } from '../entityRefOf';
import { DEFAULT_LIMIT, RouterServices, SupplyChainRouter } from '../types';

const entity = '/v1/entities/:kind/:namespace/:name';

export function addPostureRoutes(
  router: SupplyChainRouter,
  { access, people, posture }: RouterServices,
): void {
  router.get(`${entity}/posture`, async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    const { release, compareWith } = req.query;
    const namesHolds = await people.may(req, retentionReadPermission);
    res.json(
      await posture.getPosture(readable, { release, compareWith, namesHolds }),
    );
  });

  router.get(`${entity}/releases`, async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    const { channel, cursor, limit = DEFAULT_LIMIT } = req.query;
    res.json(await posture.listReleases(readable, { channel, cursor, limit }));
  });

  router.get(`${entity}/gate`, async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    const { release, channel = 'release', stage } = req.query;
    const askedBy = access.principal(readable);
    res.json(
      await posture.getGate(readable, { release, channel, stage, askedBy }),
    );
  });

  router.get(`${entity}/releases/:releaseId/decision`, async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    res.json(await posture.getDecision(readable, req.params.releaseId));
  });
}
