import { components } from './generated/openapi';

type Schemas = components['schemas'];

/** What a piece of evidence is for. @public */
export type EvidenceKind = Schemas['EvidenceKind'];
/** `release`, or `change` for pull requests and branch builds. @public */
export type Channel = Schemas['Channel'];
/** Severity words, worst first. @public */
export type Severity = Schemas['Severity'];
/** Only `passed` is a yes. @public */
export type Verdict = Schemas['Verdict'];
/** Whether the gate only says what would happen, or answers no. @public */
export type Mode = Schemas['Mode'];
/** The word for an entity's newest release. @public */
export type PostureState = Schemas['PostureState'];
/** Who did something. @public */
export type Principal = Schemas['Principal'];
/** One located fault of a document. @public */
export type Defect = Schemas['Defect'];
/** Five independent facts about a piece of evidence. @public */
export type EvidenceFacts = Schemas['EvidenceFacts'];
/** An artifact placed at a release and stream, as a kind. @public */
export type Evidence = Schemas['Evidence'];
/** A build product and who vouches for its digest. @public */
export type Output = Schemas['Output'];
/** A version of an entity in a channel. @public */
export type Release = Schemas['Release'];
/** Verdict, mode, policy digest and counts of a decision. @public */
export type DecisionSummary = Schemas['DecisionSummary'];
/** One place where a rule found something. @public */
export type RuleHit = Schemas['RuleHit'];
/** The outcome of one rule. @public */
export type RuleResult = Schemas['RuleResult'];
/** A decision with every rule. @public */
export type Decision = Schemas['Decision'];
/** Something to fix first. @public */
export type Fix = Schemas['Fix'];
/** A kind of evidence that is expected, and its state. @public */
export type Expectation = Schemas['Expectation'];
/** How many things differ from another release. @public */
export type ChangeCounts = Schemas['ChangeCounts'];
/** What the entity tab's fold shows. @public */
export type Posture = Schemas['Posture'];
/** A component of a release. @public */
export type Component = Schemas['Component'];
/** A page of components. @public */
export type ComponentPage = Schemas['ComponentPage'];
/** Component × vulnerability. @public */
export type Finding = Schemas['Finding'];
/** A page of findings. @public */
export type FindingPage = Schemas['FindingPage'];
/** A provenance statement, and what of it is only declared. @public */
export type Provenance = Schemas['Provenance'];
/** What differs between two releases. @public */
export type Diff = Schemas['Diff'];
/** A page of releases. @public */
export type ReleasePage = Schemas['ReleasePage'];
/** One arrival of bytes. @public */
export type Receipt = Schemas['Receipt'];
/** The promotion gate's answer. @public */
export type Gate = Schemas['Gate'];
/** One kind of evidence in a row. @public */
export type EvidenceDot = Schemas['EvidenceDot'];
/** An entity's row on the portal page. @public */
export type PortfolioRow = Schemas['PortfolioRow'];
/** A page of the portfolio with its counts. @public */
export type PortfolioPage = Schemas['PortfolioPage'];
/** Entities that are broken by the same cause. @public */
export type HealthCause = Schemas['HealthCause'];
/** An entity's row of the evidence matrix. @public */
export type HealthMatrixRow = Schemas['HealthMatrixRow'];
/** A receipt or a refusal. @public */
export type Arrival = Schemas['Arrival'];
/** A page of arrivals. @public */
export type ArrivalPage = Schemas['ArrivalPage'];
/** A repository collector's last run. @public */
export type Collector = Schemas['Collector'];
/** Collectors, storage and queues. @public */
export type PipelineStatus = Schemas['PipelineStatus'];
/** A page of places that use a package. @public */
export type WhereUsedPage = Schemas['WhereUsedPage'];
