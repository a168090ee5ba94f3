// Generated from plugins/supply-chain-backend/src/schema/openapi.yaml by `yarn openapi`; do not edit.
/* eslint-disable */
export type paths = {
  '/v1/artifacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Streams one document: receive, recognise, read, record, judge. */
    post: operations['PostArtifact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/receipts/{receiptId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One arrival; poll it after a 202. */
    get: operations['GetReceipt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/posture': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Posture of the newest release, or of the given one. */
    get: operations['GetPosture'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/releases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Releases, newest first. */
    get: operations['GetReleases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/gate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** May this release be promoted? */
    get: operations['GetGate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/promotions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Records that a release went to a stage; the first record of a release and stage stays. */
    post: operations['RecordPromotion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/components': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Components of a release: the union of its current SBOMs. */
    get: operations['GetComponents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/paths': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shortest dependency paths from the root to a component. */
    get: operations['GetPaths'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/findings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Findings of a release with their sources. */
    get: operations['GetFindings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/provenance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Provenance statements of a release. */
    get: operations['GetProvenance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The current decision with every rule. */
    get: operations['GetDecision'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Evidence of a release, withdrawn and superseded included. */
    get: operations['GetEvidence'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/evidence/{evidenceId}/content': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The exact bytes, as attachment. */
    get: operations['GetEvidenceContent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/evidence/{evidenceId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Withdraws a mistaken upload; the bytes stay. */
    post: operations['WithdrawEvidence'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/releases/{releaseId}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What differs from another release. */
    get: operations['GetDiff'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/portfolio': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A row for every entity in scope that the caller may see. */
    get: operations['GetPortfolio'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/health/causes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is broken now, by cause, most entities first. */
    get: operations['GetHealthCauses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/health/matrix': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Entity by kind of evidence. */
    get: operations['GetHealthMatrix'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/health/arrivals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Receipts and refusals, newest first. */
    get: operations['GetArrivals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/health/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Collectors, storage and queues. */
    get: operations['GetPipelineStatus'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/pipelines/mappings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Issuers, audience and mappings by which pipelines are known, in order. */
    get: operations['GetPipelineMappings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/pipelines/explain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a token with these claims would be allowed, and why. Nothing is verified. */
    post: operations['ExplainPipeline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/trust/policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Roots, keys and lines that say who may vouch for what, and every version before. */
    get: operations['GetTrustPolicy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/trust/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whether a signed document would be trusted, and by which line. Nothing is kept. */
    post: operations['TestTrust'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/trust/lines/{lineId}/dependents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Evidence that relies on a line now, of entities that the caller may read. */
    get: operations['GetTrustDependents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/trust/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A person confirms that a changed source or a re-registered entity is the same; trust is no longer held. */
    post: operations['ConfirmTrust'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/mirror/companions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Entities with evidence, for the catalog. Only for the catalog and TechDocs plugins. */
    get: operations['ListMirrorCompanions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/mirror/due': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Entities whose site at a target is not what it should be. Only for the TechDocs plugin. */
    post: operations['ListMirrorDue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/mirror/claims': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes the right to publish an entity's site, with what it shows. Only for the TechDocs plugin. */
    post: operations['ClaimMirrorSite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/mirror/claims/{claimId}/renew': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Keeps a claim for as long as publishing takes. Only for the TechDocs plugin. */
    post: operations['RenewMirrorClaim'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/mirror/claims/{claimId}/settle': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says how publishing ended and gives the claim back. Only for the TechDocs plugin. */
    post: operations['SettleMirrorClaim'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/where-used': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Entities whose newest release contains a package. */
    get: operations['GetWhereUsed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/retention/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Volumes, dates, holds, runs and alarms, as numbers over all entities. */
    get: operations['GetRetentionOverview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/retention/expiring': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Deletion preview: what goes next, when and under which rule, soonest first. */
    get: operations['GetExpiringEvidence'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/retention/missing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Entities and their newest releases that should have evidence and have none. */
    get: operations['GetMissingEvidence'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/retention/classes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Effective classes, their history, and what the config says differently. */
    get: operations['GetRetentionClasses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/retention/proposals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Proposals to shorten, newest first; open ones with a preview. */
    get: operations['GetRetentionProposals'];
    put?: never;
    /** Proposes to make effective what the config says of a class. */
    post: operations['ProposeRetention'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/retention/proposals/{proposalId}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes it effective; only another person than the proposer may. */
    post: operations['ApproveRetention'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/retention/proposals/{proposalId}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends the proposal; nothing changes. */
    post: operations['RejectRetention'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/retention/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Runs with what they did, newest first. */
    get: operations['GetRetentionRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/retention/alarms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Alarms, newest first. */
    get: operations['GetRetentionAlarms'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/retention/alarms/{alarmId}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A named person confirms: the clock is right, the volume is meant, the stray file may go, what the store does not give is lost. */
    post: operations['ConfirmRetentionAlarm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/retention/tombstones': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Was this ever here, and where did it go? */
    get: operations['GetTombstones'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/retention/dead-references': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Links to evidence in the catalog's docs that lead nowhere any more. */
    get: operations['GetDeadReferences'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/references': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Where links to evidence in TechDocs lead. */
    post: operations['ResolveReferences'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/retention/restore-check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether a restored backup brought deleted evidence back. */
    get: operations['GetRestoreCheck'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/holds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Legal holds, newest first; none on an entity that is hidden from the caller. */
    get: operations['GetHolds'];
    put?: never;
    /** Keeps everything the target names until another person lifts it. */
    post: operations['PlaceHold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/holds/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a hold would cover of what the caller may see, without placing it. A target that is hidden from the caller is answered like one that is not known. */
    post: operations['PreviewHold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/holds/{holdId}/entities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Entities that a hold covers, by ref; none that is hidden from the caller. */
    get: operations['GetHeldEntities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/holds/{holdId}/lift': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends a hold; only another person than who placed it may. */
    post: operations['LiftHold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/holds/{holdId}/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says that the hold is still needed, and when to ask again. */
    post: operations['ReviewHold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/erasures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Erasures of personal data, newest first. */
    get: operations['GetErasures'];
    put?: never;
    /** Asks to erase the bytes of a digest wherever they are evidence. */
    post: operations['RequestErasure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/erasures/{erasureId}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Erases at once; only another person than who asked may, and no hold may cover the bytes. */
    post: operations['ApproveErasure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/erasures/{erasureId}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends the request; nothing changes. */
    post: operations['RejectErasure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accesses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who read or downloaded what within the last year, newest first. */
    get: operations['GetEvidenceAccesses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/retention/artifacts/{digest}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts the exact bytes of a corrupt, missing or unreadable artifact back, from a copy with the same digest. */
    post: operations['RestoreArtifact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Releases that are live: promoted and not retired, or the newest of a line. */
    get: operations['GetLiveReleases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/retirements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Records that a release left a stage, or every stage; a release promoted again is live again. */
    post: operations['RecordRetirement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
};
export type webhooks = Record<string, never>;
/** The shapes of the HTTP API, as the backend's OpenAPI document states them. @public */
export type components = {
  schemas: {
    Error: {
      error: {
        name: string;
        message: string;
        /** The refusal code. */
        code?: string;
        pointer?: string;
        line?: number;
        refusalId?: string;
      } & {
        [key: string]: unknown;
      };
      request?: {
        [key: string]: unknown;
      };
      response: {
        statusCode: number;
      };
    } & {
      [key: string]: unknown;
    };
    EvidenceKind:
      | 'sbom'
      | 'provenance'
      | 'vex'
      | 'scan'
      | 'checksums'
      | 'scorecard'
      | 'analysis'
      | 'vsa'
      | 'attestation'
      | 'signature'
      | 'other';
    Channel: 'release' | 'change';
    Severity: 'critical' | 'high' | 'medium' | 'low' | 'none' | 'unknown';
    Verdict: 'passed' | 'failed' | 'incomplete' | 'error';
    Mode: 'observe' | 'enforce';
    /**
     * The word for an entity's newest release, as the pages show it.
     */
    PostureState:
      | 'can-ship'
      | 'cannot-ship'
      | 'would-not-ship'
      | 'out-of-date'
      | 'not-known'
      | 'could-not-judge'
      | 'not-in-scope';
    Principal: {
      type: 'user' | 'pipeline' | 'service';
      /** User entity ref or service subject. */
      ref: string;
      display?: string;
    };
    Defect: {
      code: string;
      message: string;
      pointer?: string;
      line?: number;
      column?: number;
      level: 'error' | 'warning';
    };
    /** Five independent facts. */
    EvidenceFacts: {
      recognised: {
        state: 'recognised' | 'ambiguous' | 'unknown';
        format: string;
        version?: string;
        predicateType?: string;
        mediaType: string;
        kind: components['schemas']['EvidenceKind'];
        detectedBy: string;
      };
      valid: {
        state: 'valid' | 'invalid' | 'not-checked';
        schema?: string;
        defects: components['schemas']['Defect'][];
        defectCount: number;
      };
      signature: {
        state: 'none' | 'unchecked' | 'failed' | 'verified';
        by?: string;
        reason?: string;
        checks?: components['schemas']['SignatureCheck'][];
        signer?: components['schemas']['Signer'];
        /** Trusted times at which the signature existed. */
        times?: string[];
        /** What was found when it arrived; the state beside it is what is found now. */
        atReceipt?: {
          state: 'unchecked' | 'failed' | 'verified';
          /** Format: date-time */
          at: string;
          policyDigest: string;
        };
      };
      bound: {
        state: 'bound' | 'placed' | 'neither';
        authority?: 'attested' | 'observed' | 'declared';
        outputs: string[];
        reason: string;
      };
      trust: {
        state: 'trusted' | 'none';
        line?: string;
        reason?: string;
        revoked?: 'retired' | 'compromised';
      };
    };
    /** An artifact placed at a release and stream, as a kind. */
    Evidence: {
      id: string;
      releaseId: string;
      /** sha256:<hex> */
      digest: string;
      /** Bytes. */
      size: number;
      kind: components['schemas']['EvidenceKind'];
      stream: string;
      /** Of a detached signature: the file that it is over. Its facts tell whether that holds. */
      signs?: {
        /** sha256:<hex> */
        digest: string;
        /** That file, where it is evidence of this release. */
        evidenceId?: string;
      };
      fileName?: string;
      facts: components['schemas']['EvidenceFacts'];
      generator?: {
        name: string;
        version?: string;
      };
      componentCount?: number;
      findingCount?: number;
      entryCount?: number;
      /**
       * Format: date-time
       * As the document claims.
       */
      createdAt?: string;
      /** Format: date-time */
      receivedAt: string;
      receivedFrom: components['schemas']['Principal'];
      receipts?: number;
      /** Format: date-time */
      retainUntil: string;
      kept?: components['schemas']['Kept'];
      integrity?: components['schemas']['Integrity'];
      current: boolean;
      supersededBy?: string;
      withdrawn?: {
        /** Format: date-time */
        at: string;
        by: string;
        reason: string;
      };
    };
    SignatureCheck: {
      check:
        | 'format'
        | 'time'
        | 'signer'
        | 'sct'
        | 'log'
        | 'signature'
        | 'payload'
        | 'subject'
        | 'identity';
      state: 'passed' | 'failed' | 'absent' | 'not-made';
      reason?: string;
      remedy?: string;
    };
    /** Who signed; `identity`, `issuer` and `claims` of a certificate, `keyId` of a key. */
    Signer: {
      type: 'key' | 'certificate';
      keyId?: string;
      identity?: string;
      issuer?: string;
      claims?: {
        [key: string]: string;
      };
    };
    Output: {
      name: string;
      /** <algorithm>:<hex> */
      digest: string;
      authority: 'attested' | 'observed' | 'declared';
      /** SLSA build level. */
      level?: number;
      /** What the level rests on. */
      because?: string[];
      /** What the next level needs. */
      next?: string[];
      /** What gives it this level. */
      evidenceId?: string;
    };
    /** How the evidence of a release hangs together. */
    ReleaseTrust: {
      outputs: components['schemas']['Output'][];
      buildLevel: number;
      /** Evidence id. */
      sealedBy?: string;
      sealConflicts: {
        evidence: string;
        name: string;
        digest: string;
      }[];
      adoption: {
        reached: 'digests-only' | 'signed' | 'keyless';
        expected?: 'digests-only' | 'signed' | 'keyless';
        /** Format: date-time */
        from?: string;
      };
      held?: components['schemas']['HeldTrust'];
    };
    /** Nothing of the entity is trusted until a person confirms what changed. */
    HeldTrust: {
      /** Format: date-time */
      since: string;
      reason: string;
      /** Source location confirmed last. */
      before?: string;
      now?: string;
    };
    TrustLine: {
      id: string;
      signer: {
        type: 'key' | 'certificate';
        keys?: string[];
        root?: string;
        issuer?: string;
        identity?: string;
        source?: {
          repositoryId: string;
          refs: string[];
          triggers: string[];
        };
      };
      require: {
        log: number;
        sct: number;
        time: number;
      };
      /** Format: date-time */
      from?: string;
      /** Format: date-time */
      until?: string;
      predicateTypes: string[];
      entities: string[];
      origins?: string[];
      build?: {
        level: number;
        builders: string[];
        buildTypes: string[];
        source: {
          repositories: string[];
          refs: string[];
        };
        externalParameters: {
          [key: string]: string[];
        };
      };
      revoked?: {
        reason: 'retired' | 'compromised';
        /** Format: date-time */
        since: string;
      };
      /** Evidence that the caller may read and that relies on the line now. */
      dependents: number;
    };
    TrustPolicyView: {
      /** sha256:<hex> */
      digest: string;
      /** Format: date-time */
      since: string;
      roots: {
        name: string;
        digest: string;
        logs: number;
        authorities: number;
        /**
         * Format: date-time
         * When its repository was last reached.
         */
        refreshedAt?: string;
        /** The TUF repository that it is kept fresh from. */
        repository?: {
          mirror: string;
          /** sha256:<hex> of the root.json that it is first trusted by; packaged for the one in the package of Sigstore. */
          initialRoot: string;
          /** Of the metadata that the root in use came with; absent until it was reached once. */
          versions?: {
            root: number;
            timestamp: number;
            snapshot: number;
            targets: number;
          };
          /**
           * Format: date-time
           * Since when that root is the last one.
           */
          since?: string;
        };
      }[];
      keys: {
        name: string;
        keyId: string;
        algorithm: string;
      }[];
      lines: components['schemas']['TrustLine'][];
      adoption: {
        entities: string[];
        state: 'digests-only' | 'signed' | 'keyless';
        /** Format: date-time */
        from: string;
      }[];
      /** Every policy that applied, newest first. */
      history: {
        digest: string;
        /** Format: date-time */
        since: string;
        added: string[];
        removed: string[];
        changed: string[];
      }[];
    };
    /** Whether a document would be trusted, and by which line. Nothing is kept. */
    TrustTest: {
      state: 'verified' | 'failed' | 'unchecked' | 'unsigned';
      reason?: string;
      checks: components['schemas']['SignatureCheck'][];
      signer?: components['schemas']['Signer'];
      claimed?: components['schemas']['Signer'];
      times: string[];
      predicateType?: string;
      subjects?: {
        name?: string;
        digests: {
          [key: string]: string;
        };
      }[];
      /** The line that would apply. */
      line?: string;
      lines: {
        line: string;
        state: 'met' | 'unmet';
        part?:
          | 'signer'
          | 'material'
          | 'period'
          | 'content'
          | 'source'
          | 'revoked'
          | 'entity';
        reason?: string;
        remedy?: string;
      }[];
    };
    TrustDependentPage: {
      items: {
        entityRef: string;
        releaseId: string;
        version: string;
        channel: components['schemas']['Channel'];
        evidenceId: string;
        kind: components['schemas']['EvidenceKind'];
        fileName?: string;
        signedBy?: string;
        /** Format: date-time */
        signedAt?: string;
        state: 'trusted' | 'revoked';
      }[];
      nextCursor?: string;
    };
    Release: {
      id: string;
      entityRef: string;
      version: string;
      channel: components['schemas']['Channel'];
      line: string;
      /** Format: date-time */
      madeAt: string;
      /** The headline of the entity: the newest of line main, or of all lines where main has none. */
      newest: boolean;
      decision?: components['schemas']['DecisionSummary'];
    };
    DecisionSummary: {
      id: string;
      verdict: components['schemas']['Verdict'];
      mode: components['schemas']['Mode'];
      /** Format: date-time */
      enforcedFrom?: string;
      collection: string;
      policyDigest: string;
      /** Format: date-time */
      judgedAt: string;
      counts: {
        total: number;
        passed: number;
        violations: number;
        warnings: number;
        notJudged: number;
        /** Violations that the release it is compared with did not have. */
        newViolations: number;
      };
      error?: {
        code: string;
        message: string;
      };
    };
    RuleHit: {
      message: string;
      solution: string;
      command?: string;
      evidenceId?: string;
      place?: string;
      component?: string;
      finding?: string;
      /** Names from the root to the component, shortest path. */
      path?: string[];
      isNew?: boolean;
    };
    RuleResult: {
      code: string;
      title: string;
      description: string;
      severity: components['schemas']['Severity'];
      effectiveOn?: string;
      collections: string[];
      controls: string[];
      level: 'deny' | 'warn';
      status: 'passed' | 'violation' | 'warning' | 'not-judged';
      reason?: string;
      hits: components['schemas']['RuleHit'][];
      hitCount: number;
      willFail: boolean;
      isNew: boolean;
    };
    Decision: {
      summary: components['schemas']['DecisionSummary'];
      rules: components['schemas']['RuleResult'][];
      inputs: {
        evidenceId: string;
        digest: string;
      }[];
      comparedWith?: components['schemas']['Release'];
    };
    Fix: {
      code: string;
      title: string;
      message: string;
      solution: string;
      command?: string;
      severity: components['schemas']['Severity'];
      component?: string;
      path?: string[];
      evidenceId?: string;
      place?: string;
      isNew: boolean;
      hitCount?: number;
    };
    Expectation: {
      kind: components['schemas']['EvidenceKind'];
      level: 'required' | 'wanted' | 'unexpected';
      state: 'ok' | 'unverified' | 'stale' | 'missing' | 'not-expected';
      evidenceId?: string;
      /** Short machine words such as 1658 components. */
      detail?: string;
      /** Missing since this release or time. */
      since?: {
        version?: string;
        /** Format: date-time */
        at: string;
      };
    };
    ChangeCounts: {
      base: components['schemas']['Release'];
      added: number;
      removed: number;
      updated: number;
      newFindings: number;
      goneFindings: number;
    };
    /** What the entity tab's fold and the card show. */
    Posture: {
      entityRef: string;
      /** Opaque; signals of this channel that carry it are about this entity. Absent while nothing is known of the entity. */
      signalId?: string;
      title?: string;
      owner?: string;
      system?: string;
      state: components['schemas']['PostureState'];
      /** Format: date-time */
      stateSince?: string;
      release?: components['schemas']['Release'];
      decision?: components['schemas']['DecisionSummary'];
      /** A judgement is on its way. */
      judging: boolean;
      fixFirst: components['schemas']['Fix'][];
      upcoming: {
        effectiveOn: string;
        rules: string[];
      }[];
      expected: components['schemas']['Expectation'][];
      outputs: components['schemas']['Output'][];
      mirror?: components['schemas']['MirrorState'];
      trust?: components['schemas']['ReleaseTrust'];
      changes?: components['schemas']['ChangeCounts'];
      /** Format: date-time */
      retainedUntil?: string;
      /** Legal holds that cover the release; absent without one. */
      holds?: components['schemas']['PlacedHold'][];
      counts: {
        components: number;
        findings: number;
        evidence: number;
        provenance: number;
      };
      /** What proves a pass. */
      proof?: {
        sbomDigest?: string;
        signer?: string;
        sourceUri?: string;
        sourceCommit?: string;
        builderId?: string;
      };
      outOfDate?: {
        version: string;
        /** Format: date-time */
        at?: string;
      };
    };
    /** The evidence as pages in TechDocs. Absent where no mirror is installed or nothing was sent for a release. */
    MirrorState: {
      /** The catalog entity whose docs they are. */
      companionRef: string;
      /**
       * published: the pages show what is known now.
       */
      state: 'publishing' | 'published';
      /**
       * Format: date-time
       * When the pages that can be opened last changed; absent while there are none.
       */
      publishedAt?: string;
    };
    /** What the catalog shows for the evidence of an entity. */
    MirrorCompanion: {
      entityRef: string;
      companionRef: string;
      title?: string;
      owner?: string;
      system?: string;
    };
    MirrorCompanionPage: {
      items: components['schemas']['MirrorCompanion'][];
      nextCursor?: string;
    };
    /** One arrival of a piece of evidence. */
    MirrorReceipt: {
      evidenceId: string;
      /** Format: date-time */
      at: string;
      from: components['schemas']['Principal'];
      source?: string;
      fileName?: string;
    };
    /** Until when a piece of evidence is kept. */
    MirrorPromise: {
      evidenceId: string;
      /** Format: date-time */
      until: string;
      /** A promise counts from an event that has not come, so it is kept for longer. */
      open?: boolean;
      /** The rule that says so */
      rule?: string;
      /** What keeps it beyond that time. */
      holds: {
        reason: string;
        reference?: string;
        /** Format: date-time */
        since?: string;
        /** Format: date-time */
        reviewAt?: string;
      }[];
    };
    /** Evidence that was deleted. */
    MirrorTombstone: {
      digest: string;
      /** Format: date-time */
      deletedAt: string;
      kind?: components['schemas']['EvidenceKind'];
      release?: string;
      rule?: string;
    };
    /** Everything that the pages of an entity's evidence show. */
    MirrorFacts: {
      posture: components['schemas']['Posture'];
      decision?: components['schemas']['Decision'];
      components: components['schemas']['ComponentPage'];
      findings: components['schemas']['FindingPage'];
      provenance: components['schemas']['Provenance'][];
      /** Every release of channel `release`, newest first. */
      releases: {
        release: components['schemas']['Release'];
        evidence: components['schemas']['Evidence'][];
      }[];
      receipts: components['schemas']['MirrorReceipt'][];
      promises: components['schemas']['MirrorPromise'][];
      tombstones: components['schemas']['MirrorTombstone'][];
    };
    /** The right to publish one site. */
    MirrorClaim: {
      id: string;
      entityRef: string;
      companionRef: string;
      /**
       * Format: date-time
       * Past it another publisher may take over.
       */
      endsAt: string;
      /** A publisher before began and did not end: what is there may be half of a site. */
      interrupted: boolean;
      /** Of the pages that are there. */
      etag?: string;
      facts?: components['schemas']['MirrorFacts'];
    };
    Component: {
      key: string;
      name: string;
      version?: string;
      purl?: string;
      type?: string;
      licence?: string;
      relation: 'direct' | 'transitive' | 'unknown';
      streams: string[];
      findings?: number;
    };
    ComponentPage: {
      items: components['schemas']['Component'][];
      totalItems: number;
      nextCursor?: string;
      /** The most used expressions of the release, for the filter. */
      licences?: {
        expression: string;
        count: number;
      }[];
    };
    FindingSource: {
      evidenceId: string;
      tool: string;
      toolVersion?: string;
      severity: components['schemas']['Severity'];
      score?: number;
      status: string;
      statusAsSaid?: string;
      pointer?: string;
      /** Format: date-time */
      reportedAt: string;
    };
    Finding: {
      id: string;
      vulnerability: string;
      aliases: string[];
      severity: components['schemas']['Severity'];
      score?: number;
      epss?: number;
      description?: string;
      url?: string;
      component: {
        key: string;
        name: string;
        version?: string;
        purl?: string;
      };
      fixedIn: string[];
      status:
        | 'open'
        | 'affected'
        | 'not_affected'
        | 'fixed'
        | 'under_investigation';
      knownExploited: boolean;
      sources: components['schemas']['FindingSource'][];
      /** Format: date-time */
      firstSeenAt: string;
      isNew: boolean;
    };
    FindingPage: {
      items: components['schemas']['Finding'][];
      totalItems: number;
      nextCursor?: string;
    };
    Provenance: {
      evidenceId: string;
      predicateType: string;
      buildType?: string;
      builderId?: string;
      invocationId?: string;
      startedOn?: string;
      finishedOn?: string;
      source?: {
        uri: string;
        commit?: string;
        ref?: string;
      };
      outputs: {
        name: string;
        digests: {
          [key: string]: string;
        };
        /**
         * The authority of the release output it equals by full digest.
         */
        matches: 'declared' | 'observed' | 'attested' | 'none';
      }[];
      materials: {
        name?: string;
        uri?: string;
        digests: {
          [key: string]: string;
        };
      }[];
      externalParameters?: {
        [key: string]: unknown;
      };
      /** Nobody we trust has said this; it is only claimed. */
      declaredOnly: boolean;
      /** What its trust line expects and it does not say. */
      unmet?: {
        code: string;
        message: string;
        pointer?: string;
      }[];
      facts: components['schemas']['EvidenceFacts'];
    };
    Diff: {
      base: components['schemas']['Release'];
      target: components['schemas']['Release'];
      counts: components['schemas']['ChangeCounts'];
      added: components['schemas']['Component'][];
      removed: components['schemas']['Component'][];
      updated: {
        packageKey: string;
        name: string;
        from: string;
        to: string;
      }[];
      newFindings: components['schemas']['Finding'][];
      goneFindings: components['schemas']['Finding'][];
      newViolations: components['schemas']['Fix'][];
      fixedViolations: string[];
      /** Lists hold at most 500 each; counts are whole. */
      truncated?: boolean;
    };
    ReleasePage: {
      items: components['schemas']['Release'][];
      totalItems: number;
      nextCursor?: string;
    };
    EvidenceList: {
      items: components['schemas']['Evidence'][];
    };
    /** One arrival of bytes. */
    Receipt: {
      id: string;
      status: 'processing' | 'accepted' | 'known' | 'refused';
      /** Format: date-time */
      at: string;
      evidence?: components['schemas']['Evidence'];
      release?: components['schemas']['Release'];
      state?: components['schemas']['PostureState'];
      decision?: components['schemas']['DecisionSummary'];
      fixFirst?: components['schemas']['Fix'][];
      refusal?: components['schemas']['Arrival'];
      /** Path of the entity tab below the app's base URL. */
      link?: string;
    };
    Gate: {
      answer: 'yes' | 'no' | 'unknown';
      reason: string;
      /** The answer would be no if it were enforced. */
      observing: boolean;
      /** The stage that was asked for. */
      stage?: string;
      mode?: components['schemas']['Mode'];
      /** What set the mode: the entity, or the stage. */
      modeReason?: string;
      release?: components['schemas']['Release'];
      decision?: components['schemas']['DecisionSummary'];
      fixFirst?: components['schemas']['Fix'][];
    };
    /** A release went to a stage. */
    Promotion: {
      entityRef: string;
      version: string;
      channel: components['schemas']['Channel'];
      stage: string;
      /** Format: date-time */
      at: string;
      by: components['schemas']['Principal'];
      /** Repository \@ workflow, from verified claims. */
      source?: string;
      /** What the gate had said last for this release and stage; absent when nobody had asked. */
      asked?: {
        answer: 'yes' | 'no' | 'unknown';
        /** Format: date-time */
        at: string;
        by: components['schemas']['Principal'];
      };
    };
    EvidenceDot: {
      kind: components['schemas']['EvidenceKind'];
      state: 'ok' | 'unverified' | 'stale' | 'missing' | 'not-expected';
      /** Format: date-time */
      since?: string;
    };
    PortfolioRow: {
      entityRef: string;
      title?: string;
      owner?: string;
      system?: string;
      release?: components['schemas']['Release'];
      state: components['schemas']['PostureState'];
      /** Format: date-time */
      stateSince?: string;
      newlyBroken: boolean;
      firstReason?: string;
      moreReasons: number;
      evidence: components['schemas']['EvidenceDot'][];
    };
    PortfolioPage: {
      items: components['schemas']['PortfolioRow'][];
      totalItems: number;
      nextCursor?: string;
      /** Of what the caller may see, after owner, system and query, before state. */
      counts: {
        total: number;
        newlyBroken: number;
        byState: {
          [key: string]: number;
        };
      };
      owners: string[];
      systems: string[];
    };
    HealthCause: {
      code: string;
      title: string;
      entities: {
        entityRef: string;
        owner?: string;
        version?: string;
      }[];
      entityCount: number;
      /** Format: date-time */
      since: string;
      remedy: string;
      /** The filter of `GET /v1/health/arrivals` that shows where it comes from. */
      arrivals: {
        outcome?: 'accepted' | 'known' | 'refused';
        code?: string;
        entity?: string;
      };
      lastGood?: {
        entityRef: string;
        version?: string;
        /** Format: date-time */
        at: string;
      };
      /** The last gate question that found no evidence. */
      lastAsk?: {
        entityRef: string;
        version: string;
        /** Format: date-time */
        at: string;
        by: components['schemas']['Principal'];
      };
      /** The last promotion that the gate had not allowed. */
      lastPromotion?: {
        entityRef: string;
        version: string;
        stage: string;
        /** Format: date-time */
        at: string;
        by: components['schemas']['Principal'];
      };
    };
    HealthMatrixRow: {
      entityRef: string;
      title?: string;
      owner?: string;
      version?: string;
      cells: components['schemas']['EvidenceDot'][];
    };
    /** A receipt or a refusal. */
    Arrival: {
      id: string;
      /** Format: date-time */
      at: string;
      outcome: 'accepted' | 'known' | 'refused';
      entityRef?: string;
      version?: string;
      channel?: components['schemas']['Channel'];
      kind?: string;
      fileName?: string;
      size?: number;
      principal: components['schemas']['Principal'];
      /** repository \@ workflow, when claimed and verified. */
      source?: string;
      via: 'http' | 'collector' | 'page';
      code?: string;
      /** The HTTP status answered. */
      status?: number;
      reason?: string;
      pointer?: string;
      line?: number;
      remedy?: string;
      /** Equal refusals one after the other are one; absent: once. */
      times?: number;
      /**
       * Format: date-time
       * The last of these times; at is the first.
       */
      lastAt?: string;
    };
    ArrivalPage: {
      items: components['schemas']['Arrival'][];
      totalItems: number;
      nextCursor?: string;
    };
    Collector: {
      entityRef: string;
      location: string;
      /** Format: date-time */
      lastRunAt?: string;
      /** Format: date-time */
      lastChangeAt?: string;
      outcome: 'never' | 'unchanged' | 'collected' | 'refused' | 'failed';
      message?: string;
    };
    /** What a mapping lets a pipeline do. */
    PipelineGrant: {
      /** Globs over entity refs. */
      entities: string[];
      /** Absent: every kind. */
      kinds?: components['schemas']['EvidenceKind'][];
      channels: components['schemas']['Channel'][];
      actions: ('submit' | 'read' | 'withdraw')[];
      /** May state the build time of a release. */
      madeAt: boolean;
    };
    /** How pipelines are known by their job's own token. */
    PipelineMappings: {
      /** What tokens must be made for; absent: nothing is configured. */
      audience?: string;
      /** Older tokens are refused. */
      maxTokenAgeSeconds?: number;
      issuers: {
        issuer: string;
        provider: 'github' | 'gitlab' | 'generic';
        jwksUri?: string;
        releaseWhen?: {
          [key: string]: string;
        };
      }[];
      /** The first that matches counts. */
      mappings: (components['schemas']['PipelineGrant'] & {
        issuer: string;
        claims: {
          [key: string]: string;
        };
      })[];
    };
    /** What a token with these claims would be allowed, and why. */
    PipelineExplanation: components['schemas']['PipelineGrant'] & {
      principalRef?: string;
      /** repository \@ workflow. */
      source?: string;
      channel: components['schemas']['Channel'];
      /** The claims that decided the highest channel. */
      channelReason: string;
      /** Index of the one that counts. */
      mapping?: number;
      /** Why nothing is allowed. */
      reason?: string;
      /** Mappings of the issuer in order, up to the one that counts. */
      checked: {
        mapping: number;
        claims: {
          name: string;
          expected: string;
          seen?: string;
          matches: boolean;
        }[];
      }[];
    };
    /** Everything in it is of entities whose evidence the caller may read. */
    PipelineStatus: {
      collectors: components['schemas']['Collector'][];
      /** Bytes that several entities have are counted once. */
      storage: {
        artifacts: number;
        bytes: number;
        storedBytes: number;
      };
      queue: {
        /** By the replica that answers. */
        processing: number;
        toJudge: number;
        /** Format: date-time */
        oldestSince?: string;
      };
    };
    WhereUsedPage: {
      items: {
        entityRef: string;
        version?: string;
        stream?: string;
        component: components['schemas']['Component'];
      }[];
      totalItems: number;
      nextCursor?: string;
    };
    /** What the last re-reading of the bytes told. */
    Integrity: {
      /**
       * What is not sound fails the gate of every release that relies on the bytes. unreadable: the store did not give them; every run tries again.
       */
      state: 'sound' | 'corrupt' | 'missing' | 'unreadable';
      /**
       * Format: date-time
       * When it was found not to be sound.
       */
      since?: string;
      /**
       * Format: date-time
       * The last re-reading; absent before the first.
       */
      checkedAt?: string;
    };
    /**
     * The event that a retention class counts from.
     */
    RetentionStart: 'receipt' | 'release' | 'last-supply' | 'end-of-support';
    /** What one class promises for a piece of evidence. */
    Obligation: {
      class: string;
      start: components['schemas']['RetentionStart'];
      minimumDays: number;
      /**
       * Format: date-time
       * Absent while the start event has not come.
       */
      until?: string;
    };
    /** Until when evidence is kept, and by which rule. */
    Kept: {
      /**
       * Format: date-time
       * The longest obligation; absent while the end of one is not known yet.
       */
      until?: string;
      /** The class whose obligation is the longest. */
      rule: string;
      /** An obligation counts from an event that has not come, such as the end of support. */
      open: boolean;
      /** Its release is live, so it is kept whatever the date. */
      live: boolean;
      /** A legal hold covers it, so it is kept whatever the date. */
      held: boolean;
      obligations: components['schemas']['Obligation'][];
      /**
       * marked: it expired and goes at deletesAt unless something keeps it by then.
       */
      state: 'kept' | 'marked';
      /** Format: date-time */
      deletesAt?: string;
    };
    /** What a class applies to; a member that is absent restricts nothing. */
    RetentionSelector: {
      kinds?: components['schemas']['EvidenceKind'][];
      channels?: components['schemas']['Channel'][];
      /** Globs. */
      lines?: string[];
      /** Globs over the entity as it is in the catalog. */
      entities?: {
        kind?: string;
        namespace?: string;
        name?: string;
        type?: string;
        lifecycle?: string;
      };
    };
    RetentionClassDefinition: {
      match: components['schemas']['RetentionSelector'];
      start: components['schemas']['RetentionStart'];
      minimumDays: number;
      /** Kept longer than this after the start, without being live or held, raises an alarm. */
      latestDays?: number;
      /** The default class does not apply to what this one does. */
      insteadOfDefault: boolean;
    };
    RetentionClass: {
      /** default is the one for what no class stands instead of. */
      name: string;
      version: number;
      definition: components['schemas']['RetentionClassDefinition'];
      /** Format: date-time */
      effectiveAt: string;
      /**
       * Format: date-time
       * Absent while it is effective.
       */
      endedAt?: string;
      /**
       * config: it only lengthens, so it applied at once.
       */
      source: 'config' | 'proposal';
      proposalId?: string;
    };
    /** The config says something shorter than what is effective; it changes nothing until it is proposed and approved. */
    PendingClassChange: {
      class: string;
      effective?: components['schemas']['RetentionClassDefinition'];
      /** Absent where the config no longer has the class. */
      configured?: components['schemas']['RetentionClassDefinition'];
      /** What gets shorter or narrower, as sentences. */
      shortens: string[];
      /** The open proposal, where there is one. */
      proposalId?: string;
    };
    RetentionClasses: {
      effective: components['schemas']['RetentionClass'][];
      /** Versions that are no longer effective, the last ended first. */
      history: components['schemas']['RetentionClass'][];
      pending: components['schemas']['PendingClassChange'][];
    };
    Volume: {
      evidence: number;
      /** As received. */
      bytes: number;
    };
    RetentionProposal: {
      id: string;
      class: string;
      /** What was effective when it was proposed. */
      effective?: components['schemas']['RetentionClassDefinition'];
      /** Absent where the class is to end. */
      proposed?: components['schemas']['RetentionClassDefinition'];
      shortens: string[];
      state: 'open' | 'approved' | 'rejected' | 'superseded';
      reason: string;
      /** Format: date-time */
      proposedAt: string;
      proposedBy: components['schemas']['Principal'];
      /** Format: date-time */
      decidedAt?: string;
      decidedBy?: components['schemas']['Principal'];
      decisionReason?: string;
      /** What the proposal would release; of an open one, as it is now. */
      preview?: {
        /** Would be kept for a shorter time. */
        affected: components['schemas']['Volume'];
        /** Of these, what would be expired, neither live nor held, and so marked by the next run. */
        released: components['schemas']['Volume'];
        /** Most released first, at most 50, and only those that the caller may see. */
        entities: {
          entityRef: string;
          affected: number;
          released: number;
        }[];
      };
    };
    RetentionRun: {
      id: string;
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      endedAt?: string;
      /** It counted and changed nothing. */
      dryRun: boolean;
      /**
       * interrupted: the next run goes on; stopped: an alarm; refused: the clock.
       */
      outcome:
        | 'running'
        | 'done'
        | 'interrupted'
        | 'stopped'
        | 'refused'
        | 'failed';
      reason?: string;
      counts: {
        /** Expired, neither live nor held. */
        due: number;
        marked: number;
        /** Marked before, and kept again by a class, a hold or a release that is live. */
        spared: number;
        /** Pieces of evidence that became tombstones. */
        deleted: number;
        /** Artifacts whose bytes are gone. */
        unlinked: number;
        /** Of these, as stored. */
        bytes: number;
      };
    };
    RetentionAlarm: {
      id: string;
      kind:
        | 'volume'
        | 'clock'
        | 'corrupt'
        | 'missing'
        | 'unreadable'
        | 'unreachable'
        | 'stray'
        | 'overdue'
        | 'restored';
      /** Format: date-time */
      raisedAt: string;
      message: string;
      remedy: string;
      digest?: string;
      /** Of alarm volume: how much the run would have marked. */
      volume?: number;
      /** A named person may confirm it: clock and volume go on, stray is discarded, what an unreachable store does not give is marked. */
      confirmable: boolean;
      /** Format: date-time */
      endedAt?: string;
      confirmedBy?: components['schemas']['Principal'];
      confirmReason?: string;
    };
    RetentionOverview: {
      totals: {
        evidence: number;
        bytes: number;
        storedBytes: number;
        /** Pieces of evidence of live releases. */
        live: number;
        held: number;
        marked: number;
        tombstones: number;
      };
      /** Each piece of evidence counts for the class that keeps it longest. */
      classes: {
        name: string;
        evidence: number;
        bytes: number;
        /** The end is not known yet. */
        open: number;
        expiring30: number;
        expiring90: number;
        /** Past the latest deletion of the class. */
        overdue: number;
      }[];
      /** What expires within 30 and 90 days by date, live and held included. */
      expiring: {
        in30Days: components['schemas']['Volume'];
        in90Days: components['schemas']['Volume'];
      };
      /** Entities in scope that lack evidence they should have. */
      missing: number;
      holds: {
        active: number;
        reviewDue: number;
      };
      /** The last ten, newest first. */
      runs: components['schemas']['RetentionRun'][];
      /** Open ones. */
      alarms: components['schemas']['RetentionAlarm'][];
      pendingChanges: number;
      clock: {
        state: 'fine' | 'behind' | 'ahead';
        /** Format: date-time */
        now: string;
        /**
         * Format: date-time
         * Time of the last run; absent before the first.
         */
        mark?: string;
      };
      scrub: {
        artifacts: number;
        /** Re-read within the window. */
        checked: number;
        /** The store did not give them when they were last tried. */
        unreadable: number;
        /** Format: date-time */
        oldestCheckAt?: string;
        windowDays: number;
      };
      settings: {
        intervalHours: number;
        graceDays: number;
        dryRun: boolean;
        liveDays: number;
      };
    };
    ExpiringEvidence: {
      evidenceId: string;
      releaseId: string;
      entityRef: string;
      version: string;
      channel: components['schemas']['Channel'];
      kind: components['schemas']['EvidenceKind'];
      fileName?: string;
      digest: string;
      size: number;
      /** Format: date-time */
      until: string;
      rule: string;
      live: boolean;
      held: boolean;
      state: 'kept' | 'due' | 'marked';
      /**
       * Format: date-time
       * Earliest; absent while it is live or held.
       */
      deletesAt?: string;
    };
    ExpiringPage: {
      items: components['schemas']['ExpiringEvidence'][];
      nextCursor?: string;
    };
    /** Evidence that was here and was deleted. Of an erasure only the digest is told. */
    Tombstone: {
      id: string;
      digest: string;
      kind?: components['schemas']['EvidenceKind'];
      entityRef?: string;
      version?: string;
      channel?: components['schemas']['Channel'];
      releaseId?: string;
      evidenceId?: string;
      size?: number;
      /** Format: date-time */
      receivedAt?: string;
      /** Format: date-time */
      deletedAt: string;
      /** A run or an erasure, by id. */
      deletedBy?: string;
      /** The class whose obligation ended last, or erasure. */
      rule: string;
      /**
       * shared: other evidence still has the same bytes.
       */
      bytes: 'gone' | 'pending' | 'shared';
    };
    TombstonePage: {
      items: components['schemas']['Tombstone'][];
      /** Asked by digest: where these bytes are evidence now, as far as the caller may see. */
      present: {
        entityRef: string;
        releaseId: string;
        version: string;
        evidenceId: string;
      }[];
      nextCursor?: string;
    };
    MissingEvidenceRow: {
      entityRef: string;
      title?: string;
      owner?: string;
      /** The newest version; absent without any. */
      release?: string;
      missing: components['schemas']['EvidenceKind'][];
      /**
       * The strictest of what is missing.
       */
      level: 'required' | 'wanted';
      /** Format: date-time */
      since?: string;
    };
    MissingEvidencePage: {
      items: components['schemas']['MissingEvidenceRow'][];
      totalItems: number;
      nextCursor?: string;
    };
    /** A link to a page of evidence in TechDocs, `/docs/<namespace>/resource/<name>/<page>`. */
    EvidenceReference: {
      namespace: string;
      name: string;
      /** Without slashes at its ends, such as `evidence/<hex>`; empty for the overview. */
      page: string;
    };
    /** Where a reference leads. */
    ResolvedReference: {
      /**
       * `unknown` where there is no such entity, or the caller may not read it.
       */
      state: 'found' | 'dead' | 'unknown';
      /**
       * Of what is dead: nothing was ever known of it, or what became of it.
       */
      cause?: 'unknown' | 'deleted' | 'withdrawn';
      /** The entity that the evidence is of; absent where the name tells none. */
      entityRef?: string;
      /**
       * Format: date-time
       * When it was deleted or withdrawn.
       */
      at?: string;
      /** The rule it was deleted under. */
      rule?: string;
    };
    /** A link to evidence in the published docs of an entity that leads nowhere any more. */
    DeadReference: {
      /** The entity whose docs have the link. */
      docsEntityRef: string;
      /** The page of these docs. */
      file: string;
      reference: components['schemas']['EvidenceReference'];
      cause: 'unknown' | 'deleted' | 'withdrawn';
      entityRef?: string;
      /** Format: date-time */
      at?: string;
      rule?: string;
    };
    DeadReferencePage: {
      items: components['schemas']['DeadReference'][];
      /** What was looked at, of the docs that the caller may read. */
      docs: {
        read: number;
        /** Entities whose docs are not published. */
        unpublished: number;
        /** The first 20 whose docs could not be read, and why. */
        unreadable: {
          entityRef: string;
          reason: string;
        }[];
        /**
         * Format: date-time
         * Absent until docs were looked at once.
         */
        checkedAt?: string;
      };
      nextCursor?: string;
    };
    /** One of entity, release, digest or query. Everything of the releases it names is held, so that it can be verified. */
    HoldTarget: {
      /** The whole entity, what is still to come included. */
      entityRef?: string;
      /** One release, by its opaque id. */
      releaseId?: string;
      /** sha256:<hex> of evidence, or a digest of an output. */
      digest?: string;
      /** Everything that matches all of it, now and later. An entity that matched once stays covered, whatever the catalog says of it later. */
      query?: {
        /** Glob over entity refs. */
        entities?: string;
        /** Ref of the owner, or a glob over it. */
        owner?: string;
        /** Ref of the system, or a glob over it. */
        system?: string;
        /** Glob over spec.type. */
        type?: string;
        /** Glob over spec.lifecycle. */
        lifecycle?: string;
        /** All of them. */
        tags?: string[];
        /** All of them, with exactly these values. */
        labels?: {
          [key: string]: string;
        };
        kinds?: components['schemas']['EvidenceKind'][];
        channel?: components['schemas']['Channel'];
        /** Glob. */
        line?: string;
        /** Format: date-time */
        receivedFrom?: string;
        /** Format: date-time */
        receivedTo?: string;
      };
    };
    Hold: {
      id: string;
      target: components['schemas']['HoldTarget'];
      reason: string;
      /** Case or ticket. */
      reference: string;
      /** Format: date-time */
      placedAt: string;
      placedBy: components['schemas']['Principal'];
      /** Format: date-time */
      reviewAt: string;
      reviewDue: boolean;
      /** Format: date-time */
      liftedAt?: string;
      liftedBy?: components['schemas']['Principal'];
      liftReason?: string;
      /** What the target is called; absent for a query, and for a digest that the caller may not see. */
      about?: {
        entityRef: string;
        releaseId?: string;
        version?: string;
        kind?: components['schemas']['EvidenceKind'];
        fileName?: string;
      };
      /** What it holds now; of a lifted one nothing. */
      covers: components['schemas']['HoldCover'];
    };
    /** How much a hold covers. Entities of a query count without evidence, too. */
    HoldCover: {
      entities: number;
      releases: number;
      evidence: number;
      bytes: number;
    };
    /** An entity that a hold covers. */
    HeldEntityRow: {
      entityRef: string;
      /** As it was last. */
      owner?: string;
      inCatalog: boolean;
      /** Of it, that are held. */
      releases: number;
      evidence: number;
      /**
       * Format: date-time
       * When a query first matched it.
       */
      since?: string;
      /** Whether the query would match it today; covered it is either way. */
      matches?: boolean;
    };
    HeldEntityPage: {
      items: components['schemas']['HeldEntityRow'][];
      totalItems: number;
      nextCursor?: string;
    };
    /** What is hidden from the caller is neither counted nor named; the hold covers it all the same. */
    HoldPreview: {
      covers: components['schemas']['HoldCover'];
      /** The first of them, by ref. */
      entities: components['schemas']['HeldEntityRow'][];
    };
    /** A hold on a release, for readers of its evidence. Which hold it is, is for those who may see retention. */
    PlacedHold: {
      /** Format: date-time */
      since: string;
      id?: string;
      /** Case or ticket. */
      reference?: string;
      /** Format: date-time */
      reviewAt?: string;
    };
    Erasure: {
      id: string;
      digest: string;
      legalBasis: string;
      reason: string;
      state: 'open' | 'done' | 'rejected';
      /** Format: date-time */
      requestedAt: string;
      requestedBy: components['schemas']['Principal'];
      /** Format: date-time */
      decidedAt?: string;
      decidedBy?: components['schemas']['Principal'];
      decisionReason?: string;
      /** How much evidence has these bytes; of one that is done, had them. */
      placements: number;
      /** A legal hold covers them, so it cannot be approved. */
      held?: boolean;
    };
    /** A release is no longer where it was promoted to. */
    Retirement: {
      entityRef: string;
      version: string;
      channel: components['schemas']['Channel'];
      /** Absent: every stage. */
      stage?: string;
      /** Format: date-time */
      at: string;
      by: components['schemas']['Principal'];
      /** Repository \@ workflow, from verified claims. */
      source?: string;
      reason?: string;
      /** Format: date-time */
      supportUntil?: string;
      /** Whether the release is live all the same, by another stage or as the newest. */
      live: boolean;
    };
    LiveRelease: {
      releaseId: string;
      version: string;
      line: string;
      stages: {
        stage: string;
        /** Format: date-time */
        since: string;
      }[];
      /** The newest of its line. */
      newest: boolean;
      /**
       * Format: date-time
       * The entity is gone from the catalog; as newest it counts as live until then.
       */
      until?: string;
    };
    /** Who read or downloaded what; reads of a day are one row. */
    EvidenceAccessRow: {
      action: 'read' | 'download';
      by: components['schemas']['Principal'];
      entityRef: string;
      releaseId?: string;
      /** Of the release. */
      version?: string;
      evidenceId?: string;
      kind?: components['schemas']['EvidenceKind'];
      fileName?: string;
      /** Format: date-time */
      firstAt: string;
      /** Format: date-time */
      lastAt: string;
      times: number;
    };
    EvidenceAccessPage: {
      items: components['schemas']['EvidenceAccessRow'][];
      nextCursor?: string;
    };
    /** Whether what was deleted is gone here: tombstones are kept beside the database too, and replayed at start. */
    RestoreCheck: {
      /** Tombstones in the journal. */
      journalled: number;
      /**
       * Format: date-time
       * The last start.
       */
      replayedAt?: string;
      /** Deleted again at the last start, because a backup had brought them back. */
      replayed: number;
      /** Brought back and not deleted again, because a legal hold covers them. */
      kept: number;
      /** In the journal and yet evidence now: a backup was restored under a running backend. Start it again. */
      returned: number;
    };
    RestoredArtifact: {
      digest: string;
      integrity: components['schemas']['Integrity'];
    };
  };
  responses: {
    /** An error of \@backstage/errors; `error.message` tells what to do next. */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    kind: string;
    namespace: string;
    name: string;
    /** Opaque claim id. */
    claimId: string;
    /** Opaque release id. */
    releaseId: string;
    /** Opaque evidence id. */
    evidenceId: string;
    /** The nextCursor of the page before. */
    cursor: string;
    limit: number;
    /** Part of a name, case-insensitive. */
    query: string;
    order: 'asc' | 'desc';
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
  PostArtifact: {
    parameters: {
      query: {
        /** Entity ref, kind:namespace/name. */
        entity: string;
        /** Version as given. */
        release: string;
        channel?: components['schemas']['Channel'];
        /** Line of releases; default main. */
        line?: string;
        /** Default: what the document is about. */
        stream?: string;
        /** Only needed where structure does not tell. */
        kind?: components['schemas']['EvidenceKind'];
        fileName?: string;
        /** sha256:<hex> of the file that this is the detached signature of. A Sigstore bundle tells by itself. */
        signs?: string;
        /** Build time; used if granted and not in the future. */
        madeAt?: string;
        /** Declared outputs, <algorithm>:<hex>=<name>. */
        outputs?: string[];
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        '*/*': unknown;
      };
    };
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Receipt'];
        };
      };
      /** OK */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Receipt'];
        };
      };
      /** OK */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Receipt'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetReceipt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        receiptId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Receipt'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetPosture: {
    parameters: {
      query?: {
        /** Release id. */
        release?: string;
        /** Release id. */
        compareWith?: string;
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Posture'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetReleases: {
    parameters: {
      query?: {
        channel?: components['schemas']['Channel'];
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReleasePage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetGate: {
    parameters: {
      query: {
        /** Version as given. */
        release: string;
        channel?: components['schemas']['Channel'];
        /** One of supplyChain.stages, else 400. A stage can be stricter than the entity, never laxer. */
        stage?: string;
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Gate'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  RecordPromotion: {
    parameters: {
      query?: never;
      header?: {
        /** Lets a pipeline send this with the token of its other requests. */
        'Idempotency-Key'?: string;
      };
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Version as given. */
          release: string;
          channel?: components['schemas']['Channel'];
          /** One of supplyChain.stages. */
          stage: string;
        };
      };
    };
    responses: {
      /** Recorded before */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Promotion'];
        };
      };
      /** Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Promotion'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetComponents: {
    parameters: {
      query?: {
        /** Part of a name, case-insensitive. */
        query?: components['parameters']['query'];
        /** Exact expression; empty for none stated. */
        licence?: string;
        relation?: 'direct' | 'transitive' | 'unknown';
        sort?: 'name' | 'version' | 'licence' | 'relation' | 'findings';
        order?: components['parameters']['order'];
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        /** Opaque release id. */
        releaseId: components['parameters']['releaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ComponentPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetPaths: {
    parameters: {
      query: {
        /** Component key. */
        component: string;
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        /** Opaque release id. */
        releaseId: components['parameters']['releaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            paths: string[][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetFindings: {
    parameters: {
      query?: {
        /** Part of a name, case-insensitive. */
        query?: components['parameters']['query'];
        severity?: components['schemas']['Severity'];
        status?: string;
        sort?: 'severity' | 'component' | 'vulnerability' | 'firstSeenAt';
        order?: components['parameters']['order'];
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        /** Opaque release id. */
        releaseId: components['parameters']['releaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FindingPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetProvenance: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        /** Opaque release id. */
        releaseId: components['parameters']['releaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Provenance'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetDecision: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        /** Opaque release id. */
        releaseId: components['parameters']['releaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Decision'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetEvidence: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        /** Opaque release id. */
        releaseId: components['parameters']['releaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvidenceList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetEvidenceContent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        /** Opaque release id. */
        releaseId: components['parameters']['releaseId'];
        /** Opaque evidence id. */
        evidenceId: components['parameters']['evidenceId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The exact bytes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  WithdrawEvidence: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        /** Opaque release id. */
        releaseId: components['parameters']['releaseId'];
        /** Opaque evidence id. */
        evidenceId: components['parameters']['evidenceId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Evidence'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetDiff: {
    parameters: {
      query?: {
        /** Release id; default the release before, or the newest for a change. */
        base?: string;
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        /** Opaque release id. */
        releaseId: components['parameters']['releaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Diff'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetPortfolio: {
    parameters: {
      query?: {
        state?: components['schemas']['PostureState'][];
        owner?: string[];
        system?: string[];
        newlyBroken?: boolean;
        /** Part of a name, case-insensitive. */
        query?: components['parameters']['query'];
        sort?: 'urgency' | 'entity' | 'owner' | 'stateSince';
        order?: components['parameters']['order'];
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PortfolioPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetHealthCauses: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['HealthCause'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetHealthMatrix: {
    parameters: {
      query?: {
        /** Part of a name, case-insensitive. */
        query?: components['parameters']['query'];
        owner?: string[];
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['HealthMatrixRow'][];
            totalItems: number;
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetArrivals: {
    parameters: {
      query?: {
        /** Part of a name, case-insensitive. */
        query?: components['parameters']['query'];
        outcome?: 'accepted' | 'known' | 'refused';
        code?: string;
        entity?: string;
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ArrivalPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetPipelineStatus: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PipelineStatus'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetPipelineMappings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PipelineMappings'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ExplainPipeline: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** The decoded claims, iss among them; never a token. */
          claims?: {
            [key: string]: unknown;
          };
        };
      };
    };
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PipelineExplanation'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetTrustPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrustPolicyView'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  TestTrust: {
    parameters: {
      query?: {
        /** Entity ref that it would be sent for; without it, entities are not compared. */
        entity?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        '*/*': string;
      };
    };
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrustTest'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetTrustDependents: {
    parameters: {
      query?: {
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        lineId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrustDependentPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ConfirmTrust: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          /** The source location as the person saw it; refused when it is another by now. */
          source: string;
        };
      };
    };
    responses: {
      /** Confirmed. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  ListMirrorCompanions: {
    parameters: {
      query?: {
        /** Only this one. */
        entity?: string;
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MirrorCompanionPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ListMirrorDue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** The place that sites are published to. */
          target: string;
          /** The renderer; another one makes other pages of the same facts. */
          layout: string;
        };
      };
    };
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: string[];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  ClaimMirrorSite: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          target: string;
          layout: string;
          entityRef: string;
        };
      };
    };
    responses: {
      /** Without a claim when there is nothing to publish or somebody else does. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            claim?: components['schemas']['MirrorClaim'];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  RenewMirrorClaim: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Opaque claim id. */
        claimId: components['parameters']['claimId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: date-time */
            endsAt: string;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  SettleMirrorClaim: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Opaque claim id. */
        claimId: components['parameters']['claimId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          outcome: 'published' | 'unchanged' | 'failed';
          /** Of the published pages; only and always with published. */
          etag?: string;
        };
      };
    };
    responses: {
      /** Given back */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  GetWhereUsed: {
    parameters: {
      query: {
        /** purl with or without version. */
        purl: string;
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WhereUsedPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetRetentionOverview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RetentionOverview'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetExpiringEvidence: {
    parameters: {
      query?: {
        /** Within how many days; default 90. */
        days?: number;
        /** Entity ref. */
        entity?: string;
        /** Name of a class. */
        rule?: string;
        state?: 'kept' | 'due' | 'marked';
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExpiringPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetMissingEvidence: {
    parameters: {
      query?: {
        /** Entity ref. */
        owner?: string;
        /** Part of a name, case-insensitive. */
        query?: components['parameters']['query'];
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MissingEvidencePage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetRetentionClasses: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RetentionClasses'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetRetentionProposals: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['RetentionProposal'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  ProposeRetention: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          class: string;
          reason: string;
        };
      };
    };
    responses: {
      /** Proposed */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RetentionProposal'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ApproveRetention: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Opaque id. */
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RetentionProposal'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  RejectRetention: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Opaque id. */
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RetentionProposal'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetRetentionRuns: {
    parameters: {
      query?: {
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['RetentionRun'][];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetRetentionAlarms: {
    parameters: {
      query?: {
        /** Only open ones, or only ended ones. */
        open?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['RetentionAlarm'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  ConfirmRetentionAlarm: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Opaque id. */
        alarmId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RetentionAlarm'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetTombstones: {
    parameters: {
      query?: {
        /** sha256:<hex> */
        digest?: string;
        /** Entity ref. */
        entity?: string;
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TombstonePage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetDeadReferences: {
    parameters: {
      query?: {
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadReferencePage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ResolveReferences: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          references: components['schemas']['EvidenceReference'][];
        };
      };
    };
    responses: {
      /** OK; in the order of the references. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ResolvedReference'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetRestoreCheck: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RestoreCheck'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetHolds: {
    parameters: {
      query?: {
        /** Only active ones, or only lifted ones. */
        active?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Hold'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  PlaceHold: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          target: components['schemas']['HoldTarget'];
          reason: string;
          reference: string;
          /** Format: date-time */
          reviewAt: string;
        };
      };
    };
    responses: {
      /** Placed */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Hold'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  PreviewHold: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          target: components['schemas']['HoldTarget'];
        };
      };
    };
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HoldPreview'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetHeldEntities: {
    parameters: {
      query?: {
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        /** Opaque id. */
        holdId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HeldEntityPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  LiftHold: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Opaque id. */
        holdId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Hold'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ReviewHold: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Opaque id. */
        holdId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          reviewAt: string;
        };
      };
    };
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Hold'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetErasures: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Erasure'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  RequestErasure: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          digest: string;
          legalBasis: string;
          reason: string;
        };
      };
    };
    responses: {
      /** Requested */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Erasure'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ApproveErasure: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Opaque id. */
        erasureId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Erasure'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  RejectErasure: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Opaque id. */
        erasureId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Erasure'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetEvidenceAccesses: {
    parameters: {
      query?: {
        /** Entity ref. */
        entity?: string;
        /** Opaque id. */
        releaseId?: string;
        /** Opaque id. */
        evidenceId?: string;
        /** User entity ref or service subject. */
        by?: string;
        action?: 'read' | 'download';
        /** The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvidenceAccessPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  RestoreArtifact: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** sha256:<hex> */
        digest: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        '*/*': unknown;
      };
    };
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RestoredArtifact'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetLiveReleases: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['LiveRelease'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  RecordRetirement: {
    parameters: {
      query?: never;
      header?: {
        /** Lets a pipeline send this with the token of its other requests. */
        'Idempotency-Key'?: string;
      };
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Version as given. */
          release: string;
          channel?: components['schemas']['Channel'];
          /** One of supplyChain.stages; default every stage. */
          stage?: string;
          reason?: string;
          /**
           * Format: date-time
           * Until when it is supported, for classes that count from the end of support: in the future. It only moves later; one that is earlier than what was stated before changes nothing.
           */
          supportUntil?: string;
        };
      };
    };
    responses: {
      /** Recorded before */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Retirement'];
        };
      };
      /** Recorded */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Retirement'];
        };
      };
      default: components['responses']['Error'];
    };
  };
}
