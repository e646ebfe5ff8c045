/** The nouns that the stages share. Types only: a stage imports this file, `errors.ts` and itself. */

// ---------------------------------------------------------------- evidence as it comes

/** Something readable more than once: a file, or bytes in memory. Offsets in bytes, `end` exclusive. A chunk is valid until the next one is asked for. */
export interface Bytes {
  readonly size: number
  stream(start?: number, end?: number): AsyncIterable<Uint8Array>
}

/** One file of a folder or archive. `bytes` must be read, or dropped, before the next member is asked for. */
export interface Member {
  /** `/`-separated, relative, never absolute, never with `..`. Written by strangers: never used to write a file. */
  readonly path: string
  /** Declared size in bytes, null where the container does not say. */
  readonly size: number | null
  /** A chunk is valid until the next one is asked for. */
  bytes(): AsyncIterable<Uint8Array>
}

export type SourceKind = 'job-log' | 'bundle' | 'test-report'
export type SourceState = 'read' | 'missing' | 'expired' | 'empty' | 'unreadable' | 'truncated'

/** One readable thing, opened only when it is needed. */
export interface Source {
  readonly kind: SourceKind
  /** Job or artifact name, as shown. */
  readonly name: string
  /** The page where a person can open it. */
  readonly url: string | null
  readonly content:
    | {readonly type: 'bytes'; open(): Promise<Bytes>}
    | {readonly type: 'folder'; members(): AsyncIterable<Member>}
    | {
        readonly type: 'none'
        readonly state: Exclude<SourceState, 'read' | 'truncated'>
        readonly detail: string
      }
}

/** Something that could not be read or was cut: `what` names it, `why` gives the reason and the way out. */
export interface Note {
  what: string
  why: string
}

/** Whole lines of a log. `bytes` ends with a newline but for the last line of the log. */
export interface Block {
  readonly bytes: Uint8Array
  /** 1-based number, in the raw file, of the line that `bytes` begins in. */
  readonly firstLine: number
  /** Whether `bytes` begins in the middle of a line too long for one block. */
  readonly continued: boolean
  /** The raw number of each line, where they do not count up one by one (text that was folded and is joined again). */
  readonly lines?: readonly number[]
}

// ---------------------------------------------------------------- the run

export interface Run {
  repository: string | null
  id: number | null
  attempt: number | null
  url: string | null
  workflow: string | null
  event: string | null
  /** The tested commit: for `pull_request` runs the pull request's head. */
  head_sha: string | null
  head_branch: string | null
  pull_request: number | null
  created_at: string | null
}

export interface Step {
  number: number
  name: string
  status: string
  conclusion: string | null
  started_at: string | null
  completed_at: string | null
}

export interface Job {
  id: number
  name: string
  url: string | null
  status: string
  conclusion: string | null
  started_at: string | null
  completed_at: string | null
  steps: Step[]
  /** Check-run annotations of level failure: time-outs and lost runners appear only there. */
  annotations: string[]
}

export type SuiteStatus = 'passed' | 'failed' | 'cancelled' | 'timed_out' | 'skipped' | 'pending' | 'missing'

/** One E2E test job of one service, with all that may say why it failed. */
export interface Suite {
  /** Key: stable, as in the configuration and the catalog's `services:`. */
  service: string
  /** As shown. */
  name: string
  status: SuiteStatus
  job: Job | null
  sources: Source[]
}

/** What `collect` found. */
export interface Collection {
  run: Run
  /** Id of the run's workflow. Null or absent where unknown. */
  workflow_id?: number | null
  suites: Suite[]
  /** Jobs of groups in which nothing failed: counted, not listed. */
  green_jobs: number
  incomplete: Note[]
}

// ---------------------------------------------------------------- what the project says of itself

export interface ServiceConfig {
  name?: string | undefined
  depends_on: string[]
  ports: number[]
  /** Globs of pod names. */
  pods: string[]
}

export interface Config {
  jobs: {name: string | null; expected: string[]}
  artifacts: string[]
  services: Record<string, ServiceConfig>
  catalog: string[]
  disable: string[]
  redact: string[]
}

// ---------------------------------------------------------------- the catalog

export type EvidenceKind =
  | 'job-log'
  | 'container-log'
  | 'previous-log'
  | 'node-log'
  | 'event'
  | 'object'
  | 'test-report'
  | 'file'

export type Role = 'cause' | 'symptom' | 'noise'

/** A regular expression of the linear-time subset, with the literals that any match must contain. */
export interface Expression extends Literals {
  readonly source: string
  /** Runs in linear time. */
  readonly regex: RegExp
  /** The first match in a line, in whichever engine is faster for it. */
  readonly exec: (text: string) => RegExpExecArray | null
}

export interface Literals {
  /** What stands in the raw bytes of a line: of each list one, the best list first; empty where nothing is certain. */
  readonly literals: readonly (readonly string[])[]
  /** What stands in the decoded text: all of these `Need`s, the least likely first, as JSON: of most expressions nobody asks. */
  readonly needs: string
}

/** One of these strings; and where they come from branches, all that one of the branches needs. */
export interface Need {
  readonly any: readonly string[]
  readonly branches: readonly (readonly Need[])[] | null
}

export interface LineCondition {
  readonly type: 'line'
  /** Empty: every log. */
  readonly in: readonly EvidenceKind[]
  readonly line: Expression
}
export interface EventCondition {
  readonly type: 'event'
  readonly reason: Expression | null
  readonly message: Expression | null
  readonly kind: string | null
  readonly name: Expression | null
}
export interface ObjectCondition {
  readonly type: 'object'
  readonly kind: string | null
  readonly name: Expression | null
  readonly phase: Expression | null
  /** Reason of a waiting container. */
  readonly waiting: Expression | null
  /** Reason of a terminated container, now or before. */
  readonly terminated: Expression | null
  readonly condition: {
    readonly type: string
    readonly status: string | null
    readonly reason: Expression | null
  } | null
  readonly message: Expression | null
}
export interface AbsentCondition {
  readonly type: 'absent'
  readonly kind: string
  readonly name: Expression
}
export type Condition = LineCondition | EventCondition | ObjectCondition | AbsentCondition

export interface FixRef {
  readonly commit?: string | undefined
  readonly pull?: number | undefined
  readonly issue?: number | undefined
  /** Empty: every service. */
  readonly services: readonly string[]
  readonly summary: string | null
  readonly verified: boolean
}

export interface Pattern {
  readonly id: string
  readonly family: string
  readonly role: Role
  /** With `{capture}` places. */
  readonly title: string
  readonly mode: 'any' | 'all' | 'sequence'
  readonly conditions: readonly Condition[]
  readonly unless: readonly Condition[]
  /** Pattern ids and families that are downstream of this one. */
  readonly explains: readonly string[]
  readonly same_when: readonly string[]
  readonly fallback: boolean
  readonly advice: string | null
  readonly validate: readonly string[]
  readonly references: readonly string[]
  readonly fixes: readonly FixRef[]
  /** Where it is written: `catalog/runner.yml:12`. */
  readonly origin: string
}

// ---------------------------------------------------------------- what reading found

/** A place that anybody can open. `line` is 1-based in the raw file. */
export interface Evidence {
  kind: EvidenceKind
  /** Job or artifact name. */
  source: string
  /** Path of the member within the artifact. */
  path: string | null
  line: number | null
  /** RFC 3339, UTC. */
  time: string | null
  text: string
  url: string | null
}

export interface ObjectRef {
  kind: string
  namespace: string | null
  name: string
  container?: string | undefined
}

export interface KubeEvent {
  type: string
  reason: string
  message: string
  object: ObjectRef
  count: number
  first: string | null
  last: string | null
  at: Evidence
}

export interface Termination {
  reason: string | null
  message: string | null
  exit_code: number | null
  signal: number | null
  finished_at: string | null
}

export interface ContainerState {
  name: string
  init: boolean
  image: string | null
  ready: boolean | null
  restarts: number
  waiting: {reason: string | null; message: string | null} | null
  terminated: Termination | null
  last_terminated: Termination | null
}

export interface KubeCondition {
  type: string
  status: string
  reason: string | null
  message: string | null
}

export interface KubeObject {
  kind: string
  namespace: string | null
  name: string
  uid: string | null
  owners: ObjectRef[]
  labels: Record<string, string>
  /** A workload's or Service's label selector. */
  selector: Record<string, string> | null
  phase: string | null
  reason: string | null
  message: string | null
  node: string | null
  conditions: KubeCondition[]
  containers: ContainerState[]
  /** A workload's wanted and ready pods. */
  wanted: number | null
  ready: number | null
  /** A Service's ports, ClusterIP as `host`. */
  ports: {port: number; target: string | null; node_port: number | null; protocol: string | null}[]
  host: string | null
  /** ServiceAccount, ConfigMaps, Secrets, PersistentVolumeClaims, images that it names. */
  refs: ObjectRef[]
  traffic?: Traffic | undefined
  at: Evidence
}

/** What a NetworkPolicy lets through to the pods that it selects, and from them; null: it does not speak of that direction. */
export interface Traffic {
  pods: LabelRequirement[]
  ingress: TrafficRule[] | null
  egress: TrafficRule[] | null
}

export interface TrafficRule {
  /** The pods at the other end, and their namespaces; `namespaces` null: the policy's own. Null: anybody. */
  peers: {pods: LabelRequirement[]; namespaces: LabelRequirement[] | null}[] | null
  /** Numbers or names of ports, as the pods have them; empty: all. */
  ports: string[]
}

/** What a selector asks of a label; without `values`: that it is there. `not`: the contrary. All must be met, so none means all. */
export interface LabelRequirement {
  key: string
  values: string[] | null
  not: boolean
}

export type Phase = 'setup' | 'tests' | 'teardown'

export interface TestFailure {
  name: string
  /** `file:line`, or empty. */
  location: string
  /** Innermost message. */
  message: string
}

/** Totals as the runner itself counts them. */
export interface TestResult {
  framework: string
  total: number | null
  ran: number | null
  passed: number
  failed: number
  skipped: number
  /** Where the first failure was; `setup` when set-up failed and no test ran. */
  phase: Phase
  failures: TestFailure[]
}

/** A test result with where in its log it stands. Lines are 1-based in the raw file. */
export interface LocatedTests extends TestResult {
  /** First and last lines: one block for each failure, in the order of `failures`, then what else some of them printed. */
  blocks: {from: number; to: number}[]
  /** The line after which everything is clean-up or summary, null where none was found. */
  verdict_line: number | null
  /** The line in which tests start, null where no test ran. */
  tests_line: number | null
  first_line: number
  /** Only where the log or a report tells of each failed test when it ran. */
  times?: TestTimes | undefined
}

/** Milliseconds since the epoch. */
export interface Interval {
  from: number
  to: number
}

/** When tests ran, and when those of them that failed. What came before had set them up. */
export interface TestTimes {
  all: Interval
  failed: Interval[]
}

/** A step of a job, as lines of its log. */
export interface StepSpan {
  number: number | null
  name: string
  from: number
  to: number
}

/** A log line, decoded, without timestamp and ANSI codes. */
export interface LogLine {
  line: number
  time: string | null
  text: string
}

export interface SourceReport {
  kind: SourceKind
  name: string
  state: SourceState
  detail: string | null
  format: string | null
  bytes: number | null
  lines: number | null
}

/** A pattern found at a place. */
export interface Match {
  pattern: string
  captures: Record<string, string>
  at: Evidence
  /** The object that the evidence belongs to: a container's log, an event's object, the object itself. */
  object: ObjectRef | null
  /** How often the same condition with the same captures was found in this source. */
  count: number
  /** The other places of an `all` or `sequence` pattern. */
  also: Evidence[]
  /** The line, or one just below, says that it is tried again. */
  retried?: true
}

/** Lines, 1-based and inclusive, that a job prints of one workload's log. */
export interface PrintedLog {
  from: number
  to: number
  object: ObjectRef
  previous: boolean
}

/** All that reading and matching found in one suite's sources; small, and plain data. */
export interface Findings {
  service: string
  tests: LocatedTests | null
  steps: StepSpan[]
  matches: Match[]
  events: KubeEvent[]
  objects: KubeObject[]
  /** The job log's lines that look like errors, in order: raw material for the excerpt of the unknown. */
  telling: LogLine[]
  /** Where the job log shows logs of workloads. */
  logs?: PrintedLog[]
  /** Where the job log shows failures of clean-up, as lines, and whether something else failed, too. Only for logs that are short. */
  teardown?: {spans: readonly {from: number; to: number}[]; elsewhere: boolean} | null
  sources: SourceReport[]
  incomplete: Note[]
}

// ---------------------------------------------------------------- the diagnosis

export type DiagnosisState = 'confirmed' | 'likely' | 'symptom-only' | 'unclassified' | 'no-evidence'

export interface RootCause {
  pattern: string
  family: string
  title: string
  confidence: number
  captures: Record<string, string>
  evidence: Evidence[]
}

export interface ChainLink {
  pattern: string
  family: string
  title: string
  role: 'cause' | 'symptom'
  evidence: Evidence[]
}

export interface Hypothesis {
  family: string
  title: string
  confidence: number
  for: Evidence[]
  against: Evidence[]
  validate: string[]
}

export interface Diagnosis {
  state: DiagnosisState
  root_cause: RootCause | null
  chain: ChainLink[]
  hypotheses: Hypothesis[]
  excerpt: {line: number; text: string}[]
  signature: string
}

export interface CommonCause {
  pattern: string
  family: string
  title: string
  suites: string[]
  probable: string[]
}

// ---------------------------------------------------------------- fixes and history

export type FixState = 'needs-fix' | 'in-review' | 'should-be-fixed' | 'fixed' | 'ineffective' | 'unknown'

export interface FixRefReport {
  type: 'commit' | 'pull' | 'issue'
  id: string
  url: string | null
  title: string | null
  state: string | null
}

export interface Fix {
  status: FixState
  label: string
  why: string
  refs: FixRefReport[]
  next_run: 'should-pass' | 'still-failing' | 'unknown'
}

/** What git and the tracker say of commits, pull requests and issues; `facts.json` of a recorded run is this. */
export interface Facts {
  /** Full hash of the tested commit. */
  tested: string | null
  /** The merge of the tested commit with its base that Actions built, where it is known. */
  merge?: string | null
  /** Base branch. */
  base: string | null
  /** By the reference as the catalog or a trailer writes it. */
  commits: Record<string, CommitFact>
  pulls: Record<string, PullFact>
  issues: Record<string, IssueFact>
  /** `E2E-Fix:` trailers found on the tested branch, the base branch and open pull requests. */
  trailers: {commit: string; pattern: string; service: string | null; pull: number | null}[]
  /** Issues and pull requests that carry `e2e-triage: <pattern>`. */
  mentions: {type: 'pull' | 'issue'; number: number; pattern: string; service: string | null}[]
  /** False: commits and issues could not be searched, so that a fix that nobody declared would not be known. */
  searched?: boolean
  incomplete: Note[]
}

export interface CommitFact {
  /** Full hash, null where the reference is unknown or ambiguous: then `why` says so. */
  sha: string | null
  title: string | null
  url: string | null
  committed_at: string | null
  /** Whether the base branch has it, null where that could not be found out. */
  landed: boolean | null
  /** Whether each asked commit has it (the tested commit, its merge, heads of later runs), null where unknown. */
  contained_in: Record<string, boolean | null>
  reverted_by: string | null
  why: string | null
}

export interface PullFact {
  number: number
  title: string | null
  url: string | null
  state: 'open' | 'merged' | 'closed' | null
  /** The commit that it landed as. */
  merge_commit: string | null
  head: string | null
  why: string | null
}

export interface IssueFact {
  number: number
  title: string | null
  url: string | null
  state: 'open' | 'closed' | null
  why: string | null
}

/** What `fixes` has to find out for one run. */
export interface FactsWanted {
  repository: string | null
  tested: string | null
  /** The merge commit that Actions built for a `pull_request` run: the code that ran. Absent where unknown. */
  merge_sha?: string | null
  base: string | null
  /** Root causes with what the catalog declares for them. */
  causes: {pattern: string; fixes: readonly FixRef[]}[]
  /** Heads of later runs, to verify a fix by. */
  heads: string[]
}

export interface History {
  seen_on_base: boolean
  first_seen: string | null
  times_seen: number
  flaky: boolean
}

// ---------------------------------------------------------------- the report (its JSON, field by field)

export type Severity = 'P0' | 'P1' | 'P2'

export interface SuiteReport {
  service: string
  name: string
  status: SuiteStatus
  severity: Severity | null
  job: {
    id: number
    name: string
    url: string | null
    conclusion: string | null
    failed_step: {number: number; name: string} | null
  } | null
  tests: TestResult | null
  sources: SourceReport[]
  diagnosis: Diagnosis | null
  fix: Fix | null
  history: History | null
}

export interface Report {
  schema_version: 1
  tool: {name: 'e2e-triage'; version: string; catalog: string}
  run: Run
  totals: {
    suites: number
    passed: number
    failed: number
    classified: number
    unclassified: number
    needs_fix: number
  }
  incomplete: Note[]
  suites: SuiteReport[]
  common_causes: CommonCause[]
  fixes: {ref: string; summary: string; services: string[]}[]
  remaining_work: {service: string; what: string}[]
}
