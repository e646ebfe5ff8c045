/** The lines that Ginkgo v2 prints (`reporters/default_reporter.go`), without colours. */
export const SUITE = /^Running Suite: (.+?) - (?:\/|[A-Za-z]:\\)/
export const SUCCINCT = /^\[\d+\] (.+?) - (\d+)\/(\d+) specs(?: - \d+ procs)? ?(.*)$/
export const WILL_RUN = /^Will run (\d+) of (\d+) specs$/
export const RAN = /^Ran (\d+) of (\d+) Specs in [\d.]+ seconds$/
export const SUMMARY = /^Summarizing (\d+) Failures?:$/
export const ENTRY = /^\s*\[(FAIL|PANICKED!|ABORTED|TIMEDOUT|INTERRUPTED|Fail|Panic!)\] (.+)$/
export const DELIMITER = '------------------------------'

const HEADER =
  /^(?:([•↺SP]) )?(?:\[([A-Za-z]+(?: \([A-Za-z]+\))?)\] )?(?:\[(FAILED|PANICKED!?|TIMEDOUT|INTERRUPTED|ABORTED|SKIPPED|PENDING|FLAKEY TEST[^\]]*)\]|(PASSED))(?: DURING REPETITION #\d+)?(?: \[[\d.]+ seconds\])?$/
const PASSED_SPEC = /^• \[[\d.]+ seconds\]$/
export const BODY = /^\s*\[(FAILED|PANICKED|TIMEDOUT|INTERRUPTED|ABORTED|SKIPPED)\] (?!in \[)(.*)$/
export const INLINE =
  /^\s*\[(?:FAILED|PANICKED|TIMEDOUT|INTERRUPTED|ABORTED)\] in \[([^\]]+)\](?: - (.+?:\d+)(?: @ .*)?)?$/
export const AT = /^\s*In \[([^\]]*)\] at: (.+?)(?: @ \d.*)?$/
// `--github-output` prints the place as a workflow command, of which the runner leaves `##[error]It <time>`.
export const AT_COMMAND = /^\s*::(?:error|notice) file=(.+?),line=(\d+)::/
export const AT_MARK = /^\s*\w+(?: \(\w+\))? \d\d\/\d\d\/\d\d \d\d:\d\d:\d\d/
export const RETRY = /^\s*Attempt #\d+ (?:Failed\. {2}Retrying|Passed\. {2}Repeating)/
export const LOCATION = /^\s*(?:\[[^\]]+\] )?(\S.*\.go:\d+)$/
export const SECTION_START = /^\s*(?:(?:Captured StdOut\/StdErr Output|Timeline|Report Entries) >>|::group::)/
export const SECTION_END =
  /^\s*(?:<< (?:Captured StdOut\/StdErr Output|Timeline|Report Entries)|::endgroup::)/

const CASCADE =
  /failed on Ginkgo parallel process #\d+|function running on Ginkgo parallel process|Process #1 disappeared before SynchronizedBeforeSuite could report back|skipped because an earlier spec in an ordered container failed|Interrupted by Other Ginkgo Process|Test Report unavailable because a Ginkgo parallel process disappeared/
const SETUP_NODE = /^(?:Synchronized|Report)?BeforeSuite$/
const SUITE_NODE =
  /^(?:(?:Synchronized|Report)?(?:Before|After)Suite|CleanupAfterSuite|DeferCleanup \(Suite\))$/

export interface Header {
  /** The suite node, null for a spec. */
  node: string | null
  outcome: 'failed' | 'passed' | 'flaked' | 'not run'
}

/** Reads the line that ends a spec or suite node: `• [FAILED] [0.3 seconds]`. */
export function header(text: string): Header | null {
  if (PASSED_SPEC.test(text)) return {node: null, outcome: 'passed'}
  const m = HEADER.exec(text)
  if (!m || (m[1] === undefined && m[2] === undefined)) return null
  const node = m[2] ?? null
  if (m[4]) return {node, outcome: 'passed'}
  const state = m[3] ?? ''
  if (state.startsWith('FLAKEY')) return {node, outcome: 'flaked'}
  return {node, outcome: state === 'SKIPPED' || state === 'PENDING' ? 'not run' : 'failed'}
}

/** Whether a failure only tells that another process or spec failed. */
export function isCascade(message: string): boolean {
  return CASCADE.test(message)
}

/** Where a suite node belongs; null for what is no suite node. */
export function nodeKind(node: string | null): 'setup' | 'teardown' | null {
  if (node === null || !SUITE_NODE.test(node)) return null
  return SETUP_NODE.test(node) ? 'setup' : 'teardown'
}

/** The suite node that a printed name begins with: `[AfterSuite] …`. */
export function namedNode(name: string): string | null {
  const node = /^\[([^\]]+)\]/.exec(name)?.[1] ?? null
  return nodeKind(node) ? node : null
}

// First characters of lines that can matter outside a failure's block: letters, `-`, `[`, `#`, escape, bullets.
const FIRST = new Set([...'-[#\x1b•↺RWSFPGTfgp'].map(c => c.charCodeAt(0)))

/** Whether a line can matter outside of a failure's block: `[FAILED]`, `Attempt #` and entries are indented. */
export function mayMatter(raw: string): boolean {
  const first = raw.charCodeAt(0)
  if (first !== 32 && first !== 9) return FIRST.has(first)
  let i = 1
  while (i < 24 && (raw.charCodeAt(i) === 32 || raw.charCodeAt(i) === 9)) i++
  const c = raw.charCodeAt(i)
  return c === 91 || c === 65 || c === 27
}
