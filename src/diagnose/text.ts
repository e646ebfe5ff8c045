/** A line without what differs from run to run: numbers, ids, hashes, paths, pod suffixes, quoted values stay as words. */
export function normalise(line: string): string {
  return line
    .replace(/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?/g, '<time>')
    .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '<id>')
    .replace(/\b0x[0-9a-f]+\b/gi, '<hex>')
    .replace(/(?<=[a-z])-[a-z0-9]{8,10}-[a-z0-9]{5}\b/g, '-<pod>')
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b/gi, '<hex>')
    .replace(/(?:\/[\w.@+-]+){2,}/g, path => `<path>/${path.split('/').at(-1)}`)
    .replace(/\d+/g, '<n>')
    .replace(/\s+/g, ' ')
    .trim()
}

/** FNV-1a, 64 bits, as hex: a name for a text, not a secret. */
export function hash(text: string): string {
  let h = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text))
    h = BigInt.asUintN(64, (h ^ BigInt(byte)) * 0x100000001b3n)
  return h.toString(16).padStart(16, '0')
}

/** Whether a line is said as a warning, or is about to be tried again: seldom what a job failed of. */
export const isMild = (line: string) =>
  /\bWARN(?:ING)?\b|Warning: |\[Warning\]|level(?:=|":\s?")warn|##\[warning\]|retrying|will retry|attempt \d+/.test(
    line,
  )

/** Whether a line is there for who looks for errors in the program, and no error itself. */
export const isDebug = (line: string) =>
  /^(?:(?!\b(?:ERROR|FATAL|PANIC)\b).){0,200}?\b(?:DEBUG|TRACE)\d?\b|level(?:=|":\s?")(?:debug|trace)/.test(
    line,
  )

/** Whether a line says that somebody meant it to be wrong: `(expected)`, `negative test`. */
export const isMeant = (line: string) =>
  /\s\((?:as )?expected\)|\bnegative[- ](?:test|case|path|check)s?\b|\b(?:deliberate|intentional)(?:ly)?\b|\bon purpose\b|\bprovoked\b|\bexpected (?:rejection|refusal|denial)\b|\b(?:injected|simulated) (?:fault|error|failure|outage)s?\b/i.test(
    line,
  )

/** Whether a line says that all is well, as loggers write it. */
export const isInfo = (line: string) =>
  /^(?:(?!\b(?:WARN|WARNING|ERROR|FATAL|PANIC)\b).){0,120}?\bINFO\b|level(?:=|":\s?")info\b|^\s*I\d{4} /.test(
    line,
  )

/** Whether a line is one of the requests that a server lists: it answered, rightly or not. */
export const isAccess = (line: string) =>
  /^(?:INFO:?\s+)?[\da-f.:]+ (?:- )+.{0,60}"(?:GET|POST|PUT|PATCH|DELETE|HEAD) /.test(line)

/** Whether a line is the name of a test that did what it should: `ok 3 - reports a full disk`, `✓ maps ENOSPC`. */
export const isPassed = (line: string) =>
  /^\s*(?:[│├└─╷╵ ]+(?:\[\d+\] )?.* (?:\[OK\]|✔)$|[✓✔√☑] \S|✎ todo |ok \d+ |not ok \d+ .*# todo\b)|^test \S.* (?:\.\.\.|-) (?:ok$|compile fail )|<testcase [^>]*>/i.test(
    line,
  )

/** Lines that only say that something failed, or that report it on: never the telling ones. */
const wrapper =
  /^##\[(?:group|endgroup|warning|debug|command)\]|Process completed with exit code|[Ss]tep script exited with code|Executing the custom container implementation failed|^make(?:\[\d+\])?: \*\*\*|^exit status \d+$|Test Suite Failed|^Ginkgo ran |The process '.*' failed with exit code|^npm (?:ERR!|error) (?:code|errno|A complete log)|There were failures detected|^FAIL$|^FAIL!? |=+ .*(?:failed|error).* in [\d.]+s|^Summarizing \d+ Failure|short test summary|^##\[error\](?:It|BeforeSuite) |The operation was canceled|^(?:[-+] |\+\+ )|^\s*(?:shell:|set -)/

/** What scripts and runners report with no more than that it failed: `::error::E2E tests failed`. */
const bare =
  /^##\[error\]\W*(?:(?:[\w/().-]+ ){0,6}(?:tests?|specs|suites?|jobs?|steps?|build|set-?up|script|checks?|deploy\w*|pipeline|workflow|command|task|one or more\b.*)(?: [\w/().-]+){0,4} (?:(?:has |have )?failed|did not (?:pass|succeed)|timed out|exited with (?:exit )?(?:code|status) \d+|failed with (?:exit )?(?:code|status) \d+)|(?:Bash|PowerShell|Cmd\.exe) exited with code)\b[^:]*$/i

/** Whether a line only says that something failed. */
export const isWrapper = (line: string) => wrapper.test(line) || bare.test(line)

/** What a program that died of it says last, without a stamp. */
const crash =
  /^\s*(?:panic: |fatal error: |Uncaught |(?:(?:[a-z_]\w*\.)*[A-Z]\w*(?:Error|Exception)|(?:[a-z_]\w*\.)+[A-Z]\w+): \S)/

/** What `docker compose logs` and `kubectl logs --prefix` put in front of each line. */
const prefix = /^\s*(?:[a-z0-9][\w.-]{0,80} +\| ?|\[pod\/\S+\] )/

const wrong = '(?:ERROR|FATAL|PANIC|CRITICAL|SEVERE|ALERT|EMERG|error|crit|alert|emerg)'

/** What a job that dumps the state of its cluster prints of it, and no tool of its own: rows of events, and what services log. */
const ofCluster = [
  /^\s*(?:\S+\s+){0,3}Warning\s+[A-Z][A-Za-z]+\s/,
  /^\s*(?:\S+ )?\{.*"(?:level|severity|lvl)": ?"(?:error|fatal|panic|critical)"/i,
  /^\s*(?:\S+ )?\{.*"(?:level|severity|lvl)": ?(?:50|60)\b/,
  new RegExp(String.raw`^\s*\[?\d{4}[-/]\d\d[-/]\d\d[T ]\S+\s+(?:\S+ ){0,2}\[?${wrong}\b`),
  new RegExp(String.raw`^\s*\[?\d\d:\d\d:\d\d[.,]\d+\]? (?:\[[^\]]*\] )?${wrong}\b`),
  new RegExp(String.raw`^\s*\[?${wrong}\]?(?::\s{2,}|\s+\[?\d{4}-\d\d-\d\d|\t)`),
  /^\s*(?:ERRO|FATA|PANI)\[\d+\] /,
  /^\s*(?:\S+ )?(?:time|ts)=(?:"[^"]*"|\S+) (?:\w+=\S+ ){0,3}level="?(?:error|fatal|panic)\b/i,
  crash,
  /^\s*(?:\S+ )?[EF]\d{4} \d\d:\d\d:\d\d\.\d+/,
  /^\s*\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\] (?:\S+ )?(?:ERROR|FATAL|PANIC): /,
]

/** Levels below an error, as loggers write them. */
const mere = [
  /^.{0,120}?\b(?:INFO|WARN(?:ING)?|DEBUG|TRACE|NOTICE|LOG|HINT|DETAIL|STATEMENT)\b/,
  /^\W*(?:\S+\s+){0,3}?\W?(?:info|warn(?:ing)?|debug|trace|notice)\b/i,
  /"(?:level|severity|lvl)": ?(?:"(?:info|warn\w*|debug|trace|notice)"|[1-4]0\b)/i,
  /level="?(?:info|warn|debug|trace)|^\s*[IW]\d{4} |\[(?:info|warn|notice|debug)\]|" [1-4]\d\d /i,
]

/** Whether a line says that it is no error. */
export const isMere = (text: string): boolean => mere.some(shape => shape.test(text))

/** Whether a line of a job log shows the cluster's state, wherever it stands. */
export const isOfCluster = (text: string): boolean => {
  const own = text.replace(prefix, '')
  return (own !== text && !isMere(own)) || ofCluster.some(shape => shape.test(own))
}
