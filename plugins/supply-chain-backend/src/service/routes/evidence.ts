import { entityRefOf } from '../entityRefOf';
import { sendBytes } from '../sendBytes';
import { RouterServices, SupplyChainRouter } from '../types';

const evidence =
  '/v1/entities/:kind/:namespace/:name/releases/:releaseId/evidence';

export function addEvidenceRoutes(
  router: SupplyChainRouter,
  { access, audit, intake, inventory }: RouterServices,
): void {
  router.get(evidence, async (req, res) => {
    const readable = await access.entity(req, entityRefOf(req.params), 'read');
    const items = await inventory.listEvidence(readable, req.params.releaseId);
    res.json({ items });
  });

  router.get(`${evidence}/:evidenceId/content`, async (req, res) => {
    const readable = await access.entity(
      req,
      entityRefOf(req.params),
      'download',
    );
    const { releaseId, evidenceId } = req.params;
    const opened = await inventory.openEvidence(
      readable,
      releaseId,
      evidenceId,
    );
    const { digest, size } = opened.evidence;
    // Strangers wrote these bytes: no browser may take them for a page of ours
    res.set({
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(size),
      'Content-Disposition': `attachment; filename="${digest.replace(
        ':',
        '-',
      )}"`,
      'Content-Security-Policy': `sandbox; default-src 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    });
    await audit.run(
      'evidence-download',
      {
        entityRef: readable.entityRef,
        evidence: evidenceId,
        digest,
        principal: access.principal(readable).ref,
      },
      () => sendBytes(opened.body, size, res),
    );
  });

  router.post(`${evidence}/:evidenceId/withdraw`, async (req, res) => {
    const withdrawable = await access.entity(
      req,
      entityRefOf(req.params),
      'withdraw',
    );
    const { releaseId, evidenceId } = req.params;
    const { id } = await inventory.getEvidence(
      withdrawable,
      releaseId,
      evidenceId,
    );
    await intake.withdraw({
      evidenceUid: id,
      reason: req.body.reason,
      principal: access.principal(withdrawable),
    });
    res.json(await inventory.getEvidence(withdrawable, releaseId, evidenceId));
  });
}
