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
