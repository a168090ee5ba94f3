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
      current: boolean;
      supersededBy?: string;
      withdrawn?: {
        /** Format: date-time */
        at: string;
        by: string;
        reason: string;
      };
    };
    Output: {
      name: string;
      /** <algorithm>:<hex> */
      digest: string;
      authority: 'attested' | 'observed' | 'declared';
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
      changes?: components['schemas']['ChangeCounts'];
      /** Format: date-time */
      retainedUntil?: string;
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
      mirror?: components['schemas']['MirrorState'];
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
    /** Opaque release id. */
    releaseId: string;
    /** Opaque evidence id. */
    evidenceId: string;
    /** Opaque claim id. */
    claimId: string;
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
}
