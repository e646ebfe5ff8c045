const ANSI = /\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?)/g
// What is left of colours where a browser or a paste swallowed the escape character. Only known codes: `[5m]` is PromQL.
const BARE = /\[(?:[01]|4|[39][0-7]|38;5;\d{1,3})m/g
const MARK = /^##\[(?:error|warning|notice|group|debug)\]/
const LONGEST = 8192

/** A line without colours and runner marks, cut where it is too long to be a runner's own. */
export function clean(text: string): string {
  let t = text.length > LONGEST ? text.slice(0, LONGEST) : text
  if (t.includes('\x1b')) t = t.replace(ANSI, '')
  else if (t.includes('[0m')) t = t.replace(BARE, '')
  if (t.charCodeAt(0) === 35) t = t.replace(MARK, '')
  return t
}
