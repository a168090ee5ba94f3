import {
  accessReadPermission,
  retentionApprovePermission,
  retentionConfirmPermission,
  retentionProposePermission,
  retentionReadPermission,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { DEFAULT_LIMIT, RouterServices, SupplyChainRouter } from '../types';

export function addRetentionRoutes(
  router: SupplyChainRouter,
  { access, audit, people, keeping }: RouterServices,
): void {
  const { proposals, retention } = keeping;
  const mayRead = (req: Parameters<typeof people.require>[0]) =>
    people.require(req, retentionReadPermission, 'see how evidence is kept');
  const paged = <T extends { limit?: number }>(query: T) => ({
    ...query,
    limit: query.limit ?? DEFAULT_LIMIT,
  });

  router.get('/v1/retention/overview', async (req, res) => {
    await mayRead(req);
    res.json(await retention.getOverview());
  });

  router.get('/v1/retention/expiring', async (req, res) => {
    await mayRead(req);
    const list = await access.list(req);
    res.json(await retention.listExpiring(list, paged(req.query)));
  });

  router.get('/v1/retention/missing', async (req, res) => {
    await mayRead(req);
    const list = await access.list(req);
    res.json(await retention.listMissing(list, paged(req.query)));
  });

  router.get('/v1/retention/tombstones', async (req, res) => {
    await mayRead(req);
    const list = await access.list(req);
    res.json(await retention.listTombstones(list, paged(req.query)));
  });

  router.get('/v1/retention/runs', async (req, res) => {
    await mayRead(req);
    res.json(await retention.listRuns(paged(req.query)));
  });

  router.get('/v1/retention/restore-check', async (req, res) => {
    await mayRead(req);
    res.json(await retention.checkRestore());
  });

  router.get('/v1/retention/alarms', async (req, res) => {
    await mayRead(req);
    res.json({ items: await retention.listAlarms(req.query) });
  });

  router.post('/v1/retention/alarms/:alarmId/confirm', async (req, res) => {
    const principal = await people.require(
      req,
      retentionConfirmPermission,
      'confirm alarms of retention',
    );
    const { alarmId: uid } = req.params;
    const { reason } = req.body;
    res.json(
      await audit.run(
        'retention-alarm-confirm',
        { alarm: uid, principal: principal.ref },
        () => retention.confirmAlarm({ uid, reason, principal }),
        ({ kind }) => ({ kind }),
      ),
    );
  });

  router.get('/v1/retention/classes', async (req, res) => {
    await mayRead(req);
    res.json(await proposals.getClasses());
  });

  router.get('/v1/retention/proposals', async (req, res) => {
    await mayRead(req);
    const { hidden } = await access.list(req);
    res.json({ items: await proposals.list(shownBy(hidden)) });
  });

  router.post('/v1/retention/proposals', async (req, res) => {
    const principal = await people.require(
      req,
      retentionProposePermission,
      'propose to keep evidence for a shorter time',
    );
    const { hidden } = await access.list(req);
    const order = { class: req.body.class, reason: req.body.reason, principal };
    res.status(201).json(await proposals.propose(order, shownBy(hidden)));
  });

  for (const verb of ['approve', 'reject'] as const) {
    router.post(
      `/v1/retention/proposals/:proposalId/${verb}`,
      async (req, res) => {
        const principal = await people.require(
          req,
          retentionApprovePermission,
          `${verb} proposals`,
        );
        const { hidden } = await access.list(req);
        const { proposalId: uid } = req.params;
        const { reason } = req.body;
        const decision = { uid, reason, principal };
        res.json(await proposals[verb](decision, shownBy(hidden)));
      },
    );
  }

  router.get('/v1/accesses', async (req, res) => {
    await people.require(
      req,
      accessReadPermission,
      'see who read or downloaded evidence',
    );
    const list = await access.list(req);
    res.json(await retention.listAccesses(list, paged(req.query)));
  });
}

/** What left the catalog is hidden from nobody who may see how evidence is kept. */
function shownBy(
  hidden: (refs: readonly string[]) => Promise<ReadonlySet<string>>,
) {
  return async (refs: readonly string[]) => {
    const not = await hidden(refs);
    return new Set(refs.filter(ref => !not.has(ref)));
  };
}
