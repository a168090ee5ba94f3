import { components } from './generated/openapi';

export type { components as SupplyChainOpenApi };

/** What a piece of evidence is for. @public */
export type EvidenceKind = components['schemas']['EvidenceKind'];
/** `release`, or `change` for pull requests and branch builds. @public */
export type Channel = components['schemas']['Channel'];
/** Severity words, worst first. @public */
export type Severity = components['schemas']['Severity'];
/** Only `passed` is a yes. @public */
export type Verdict = components['schemas']['Verdict'];
/** Whether the gate only says what would happen, or answers no. @public */
export type Mode = components['schemas']['Mode'];
/** The word for an entity's newest release. @public */
export type PostureState = components['schemas']['PostureState'];
/** Who did something. @public */
export type Principal = components['schemas']['Principal'];
/** One located fault of a document. @public */
export type Defect = components['schemas']['Defect'];
/** Five independent facts about a piece of evidence. @public */
export type EvidenceFacts = components['schemas']['EvidenceFacts'];
/** An artifact placed at a release and stream, as a kind. @public */
export type Evidence = components['schemas']['Evidence'];
/** A build product and who vouches for its digest. @public */
export type Output = components['schemas']['Output'];
/** A version of an entity in a channel. @public */
export type Release = components['schemas']['Release'];
/** Verdict, mode, policy digest and counts of a decision. @public */
export type DecisionSummary = components['schemas']['DecisionSummary'];
/** One place where a rule found something. @public */
export type RuleHit = components['schemas']['RuleHit'];
/** The outcome of one rule. @public */
export type RuleResult = components['schemas']['RuleResult'];
/** A decision with every rule. @public */
export type Decision = components['schemas']['Decision'];
/** Something to fix first. @public */
export type Fix = components['schemas']['Fix'];
/** A kind of evidence that is expected, and its state. @public */
export type Expectation = components['schemas']['Expectation'];
/** How many things differ from another release. @public */
export type ChangeCounts = components['schemas']['ChangeCounts'];
/** What the entity tab's fold shows. @public */
export type Posture = components['schemas']['Posture'];
/** A component of a release. @public */
export type Component = components['schemas']['Component'];
/** A page of components. @public */
export type ComponentPage = components['schemas']['ComponentPage'];
/** Component × vulnerability. @public */
export type Finding = components['schemas']['Finding'];
/** A page of findings. @public */
export type FindingPage = components['schemas']['FindingPage'];
/** A provenance statement, and what of it is only declared. @public */
export type Provenance = components['schemas']['Provenance'];
/** What differs between two releases. @public */
export type Diff = components['schemas']['Diff'];
/** A page of releases. @public */
export type ReleasePage = components['schemas']['ReleasePage'];
/** One arrival of bytes. @public */
export type Receipt = components['schemas']['Receipt'];
/** The promotion gate's answer. @public */
export type Gate = components['schemas']['Gate'];
/** A release went to a stage. @public */
export type Promotion = components['schemas']['Promotion'];
/** One kind of evidence in a row. @public */
export type EvidenceDot = components['schemas']['EvidenceDot'];
/** An entity's row on the portal page. @public */
export type PortfolioRow = components['schemas']['PortfolioRow'];
/** A page of the portfolio with its counts. @public */
export type PortfolioPage = components['schemas']['PortfolioPage'];
/** Entities that are broken by the same cause. @public */
export type HealthCause = components['schemas']['HealthCause'];
/** An entity's row of the evidence matrix. @public */
export type HealthMatrixRow = components['schemas']['HealthMatrixRow'];
/** A receipt or a refusal. @public */
export type Arrival = components['schemas']['Arrival'];
/** A page of arrivals. @public */
export type ArrivalPage = components['schemas']['ArrivalPage'];
/** A repository collector's last run. @public */
export type Collector = components['schemas']['Collector'];
/** Collectors, storage and queues. @public */
export type PipelineStatus = components['schemas']['PipelineStatus'];
/** How pipelines are known by their job's own token. @public */
export type PipelineMappings = components['schemas']['PipelineMappings'];
/** What a pipeline with given claims would be allowed, and why. @public */
export type PipelineExplanation = components['schemas']['PipelineExplanation'];
/** A page of places that use a package. @public */
export type WhereUsedPage = components['schemas']['WhereUsedPage'];
/** How the evidence of a release hangs together: outputs, levels, seal, signing. @public */
export type ReleaseTrust = components['schemas']['ReleaseTrust'];
/** Trust that waits for a person. @public */
export type HeldTrust = components['schemas']['HeldTrust'];
/** One check of a signature. @public */
export type SignatureCheck = components['schemas']['SignatureCheck'];
/** Who signed. @public */
export type Signer = components['schemas']['Signer'];
/** Who may vouch for what about whom. @public */
export type TrustLine = components['schemas']['TrustLine'];
/** Roots, keys and lines, with every version before. @public */
export type TrustPolicyView = components['schemas']['TrustPolicyView'];
/** Whether a document would be trusted, and by which line. @public */
export type TrustTest = components['schemas']['TrustTest'];
/** A page of evidence that relies on a line. @public */
export type TrustDependentPage = components['schemas']['TrustDependentPage'];
/** What the last re-reading of the bytes told. @public */
export type Integrity = components['schemas']['Integrity'];
/** The event that a retention class counts from. @public */
export type RetentionStart = components['schemas']['RetentionStart'];
/** What one class promises for a piece of evidence. @public */
export type Obligation = components['schemas']['Obligation'];
/** Until when evidence is kept, and by which rule. @public */
export type Kept = components['schemas']['Kept'];
/** What a retention class applies to. @public */
export type RetentionSelector = components['schemas']['RetentionSelector'];
/** What a retention class says. @public */
export type RetentionClassDefinition =
  components['schemas']['RetentionClassDefinition'];
/** A version of a retention class. @public */
export type RetentionClass = components['schemas']['RetentionClass'];
/** What the config says shorter than what is effective. @public */
export type PendingClassChange = components['schemas']['PendingClassChange'];
/** Effective classes, their history, and what is pending. @public */
export type RetentionClasses = components['schemas']['RetentionClasses'];
/** Pieces of evidence and their bytes. @public */
export type Volume = components['schemas']['Volume'];
/** A proposal to keep evidence for a shorter time. @public */
export type RetentionProposal = components['schemas']['RetentionProposal'];
/** One run of retention with what it did. @public */
export type RetentionRun = components['schemas']['RetentionRun'];
/** Something that a person has to look at. @public */
export type RetentionAlarm = components['schemas']['RetentionAlarm'];
/** Retention as numbers over all entities. @public */
export type RetentionOverview = components['schemas']['RetentionOverview'];
/** A piece of evidence and when it goes. @public */
export type ExpiringEvidence = components['schemas']['ExpiringEvidence'];
/** A page of the deletion preview. @public */
export type ExpiringPage = components['schemas']['ExpiringPage'];
/** Evidence that was here and was deleted. @public */
export type Tombstone = components['schemas']['Tombstone'];
/** A page of tombstones. @public */
export type TombstonePage = components['schemas']['TombstonePage'];
/** An entity that lacks evidence it should have. @public */
export type MissingEvidenceRow = components['schemas']['MissingEvidenceRow'];
/** A page of entities that lack evidence. @public */
export type MissingEvidencePage = components['schemas']['MissingEvidencePage'];
/** What a legal hold names. @public */
export type HoldTarget = components['schemas']['HoldTarget'];
/** A legal hold. @public */
export type Hold = components['schemas']['Hold'];
/** How much a legal hold covers. @public */
export type HoldCover = components['schemas']['HoldCover'];
/** An entity that a legal hold covers. @public */
export type HeldEntityRow = components['schemas']['HeldEntityRow'];
/** A page of entities that a legal hold covers. @public */
export type HeldEntityPage = components['schemas']['HeldEntityPage'];
/** What a legal hold would cover. @public */
export type HoldPreview = components['schemas']['HoldPreview'];
/** A legal hold as readers of a release see it. @public */
export type PlacedHold = components['schemas']['PlacedHold'];
/** An erasure of personal data. @public */
export type Erasure = components['schemas']['Erasure'];
/** A release is no longer where it was promoted to. @public */
export type Retirement = components['schemas']['Retirement'];
/** A release that is live, and why. @public */
export type LiveRelease = components['schemas']['LiveRelease'];
/** Who read or downloaded what. @public */
export type EvidenceAccessRow = components['schemas']['EvidenceAccessRow'];
/** A page of who read or downloaded what. @public */
export type EvidenceAccessPage = components['schemas']['EvidenceAccessPage'];
/** Whether a restored backup brought deleted evidence back. @public */
export type RestoreCheck = components['schemas']['RestoreCheck'];
/** An artifact whose bytes were put back. @public */
export type RestoredArtifact = components['schemas']['RestoredArtifact'];
/** The evidence as pages in TechDocs. @public */
export type MirrorState = components['schemas']['MirrorState'];
/** What the catalog shows for the evidence of an entity. @public */
export type MirrorCompanion = components['schemas']['MirrorCompanion'];
/** A page of them. @public */
export type MirrorCompanionPage = components['schemas']['MirrorCompanionPage'];
/** One arrival of a piece of evidence. @public */
export type MirrorReceipt = components['schemas']['MirrorReceipt'];
/** Until when a piece of evidence is kept. @public */
export type MirrorPromise = components['schemas']['MirrorPromise'];
/** Evidence that was deleted. @public */
export type MirrorTombstone = components['schemas']['MirrorTombstone'];
/** Everything that the pages of an entity's evidence show. @public */
export type MirrorFacts = components['schemas']['MirrorFacts'];
/** The right to publish one site. @public */
export type MirrorClaim = components['schemas']['MirrorClaim'];
/** A link to a page of evidence in TechDocs. @public */
export type EvidenceReference = components['schemas']['EvidenceReference'];
/** Where such a link leads. @public */
export type ResolvedReference = components['schemas']['ResolvedReference'];
/** A link in an entity's docs that leads nowhere any more. @public */
export type DeadReference = components['schemas']['DeadReference'];
/** A page of them, and what was looked at. @public */
export type DeadReferencePage = components['schemas']['DeadReferencePage'];
