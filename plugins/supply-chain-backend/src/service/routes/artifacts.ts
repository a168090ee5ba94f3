import { NotFoundError } from '@backstage/errors';
import { buildReceipt } from '../buildReceipt';
import { letGo } from '../letGo';
import { takeBody } from '../takeBody';
import { RouterServices, SupplyChainRouter } from '../types';

export function addArtifactRoutes(
  router: SupplyChainRouter,
  services: RouterServices,
): void {
  const { access, intake } = services;

  router.post('/v1/artifacts', async (req, res) => {
    const { entity: entityRef, release: version, channel: asked } = req.query;
    const verdict = await access.submission(req, {
      entityRef,
      channel: asked,
    });
    const { principal, source, claims, scope } = verdict;
    const channel = asked ?? verdict.channel ?? 'release';
    const sender = {
      principal,
      source,
      claims,
      scope,
      via: principal.type === 'user' ? 'page' : 'http',
    } as const;
    const { line, stream, kind, fileName, signs, outputs, madeAt } = req.query;
    const placement = {
      entityRef: verdict.allowed ? verdict.entity.entityRef : entityRef,
      version,
      channel,
      line,
      stream,
      kind,
      fileName,
      signs,
    };
    if (!verdict.allowed) {
      // the bytes are not wanted; the answer must still reach who sends them
      letGo(req);
      throw await intake.refuse({ ...placement, ...sender }, verdict.why);
    }
    await takeBody(req, res, async signal => {
      const result = await intake.submit({
        ...placement,
        ...sender,
        body: req,
        contentEncoding: req.get('content-encoding'),
        madeAt: madeAt === undefined ? undefined : new Date(madeAt),
        outputs,
        idempotencyKey: req.get('idempotency-key'),
        permitted: verdict.permitted,
        signal,
      });
      res
        .status(statusOf(result))
        .json(await buildReceipt(services, verdict.entity, result));
    });
  });

  router.get('/v1/receipts/:receiptId', async (req, res) => {
    const { receiptId } = req.params;
    const result = await intake.getReceipt(receiptId);
    const granted = await access.receipt(req, result);
    if (!result || !granted) {
      throw new NotFoundError(`There is no receipt '${receiptId}'`);
    }
    res.json(await buildReceipt(services, granted.entity, result));
  });
}

/** 201 new, 200 known, 202 while reading or judging still goes on. */
function statusOf(result: { status: string; judged: boolean }) {
  if (result.status === 'processing' || !result.judged) return 202;
  return result.status === 'known' ? 200 : 201;
}
