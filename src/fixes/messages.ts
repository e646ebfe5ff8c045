/** What commit messages and the texts of issues and pull requests say about fixes. Written by strangers: bounded. */

const PATTERN = '([a-z0-9][a-z0-9-]{0,99})(?:/([^\\s/`]{1,100}))?'
const TRAILER = new RegExp(`^[ \\t]*E2E-Fix:[ \\t]*${PATTERN}[ \\t\\r]*$`, 'gim')
const MENTION = new RegExp(
  `^[ \\t]*(?:<!--[ \\t]*|[-*>][ \\t]+)?\`?e2e-triage:[ \\t]*${PATTERN}\`?(?:[ \\t]*-->)?[ \\t\\r]*$`,
  'gim',
)
const CLOSES = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+([\w.-]+\/[\w.-]+)?#(\d{1,9})\b/gi
const REVERTS = /\bThis reverts commit ([0-9a-f]{7,40})\b/gi
const REVERTS_PULL = /^Reverts ([\w.-]+\/[\w.-]+)?#(\d{1,9})\b/gim
const PICKED = /\(cherry picked from commit ([0-9a-f]{7,40})\)/gi

const MAX_TEXT = 65_536
const MAX_HITS = 50

/** The patterns, each for one service or (null) for all, that a text declares fixed. */
export interface Claim {
  pattern: string
  service: string | null
}

function hits(text: string, expression: RegExp): RegExpMatchArray[] {
  const found: RegExpMatchArray[] = []
  for (const hit of text.slice(0, MAX_TEXT).matchAll(expression)) {
    if (found.length === MAX_HITS) break
    found.push(hit)
  }
  return found
}

const claims = (text: string, expression: RegExp): Claim[] =>
  hits(text, expression).map(hit => ({pattern: hit[1]!.toLowerCase(), service: hit[2] ?? null}))

/** The `E2E-Fix: <pattern>[/<service>]` lines of a commit message. */
export const trailers = (message: string): Claim[] => claims(message, TRAILER)

/** The `e2e-triage:` and `E2E-Fix:` lines in the text of an issue or pull request. */
export const mentions = (body: string): Claim[] => [...claims(body, MENTION), ...claims(body, TRAILER)]

/** Numbers of the issues of `repository` (`owner/name`) that a text closes: `Fixes #27`. */
export const closes = (text: string, repository: string | null): number[] =>
  hits(text, CLOSES)
    .filter(hit => !hit[1] || hit[1].toLowerCase() === repository?.toLowerCase())
    .map(hit => Number(hit[2]))

/** What a commit takes back: commits by hash, pull requests by number. */
export const reverts = (
  message: string,
  repository: string | null,
): {commits: string[]; pulls: number[]} => ({
  commits: hits(message, REVERTS).map(hit => hit[1]!.toLowerCase()),
  pulls: hits(message, REVERTS_PULL)
    .filter(hit => !hit[1] || hit[1].toLowerCase() === repository?.toLowerCase())
    .map(hit => Number(hit[2])),
})

/** Hashes of the commits that this one is a copy of (`git cherry-pick -x`). */
export const pickedFrom = (message: string): string[] =>
  hits(message, PICKED).map(hit => hit[1]!.toLowerCase())

/** First line, bounded, as a title. */
export const subject = (message: string): string => (message.split('\n', 1)[0] ?? '').trim().slice(0, 200)

/** The pull request that a commit landed, as GitHub writes it: `Merge pull request #24 ...`, `... (#24)`. */
export function landedPull(message: string): number | null {
  const line = subject(message)
  const hit = /^Merge pull request #(\d{1,9}) /.exec(line) ?? /\(#(\d{1,9})\)$/.exec(line)
  return hit ? Number(hit[1]) : null
}
