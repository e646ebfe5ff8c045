import type {SuiteReport} from '../model.ts'

/** What the catalog says of a pattern, with `{capture}` places still to be filled. */
export interface PatternWords {
  title: string
  advice: string | null
  validate: string[]
  references: string[]
}

/** What rendering needs besides the report. */
export interface RenderContext {
  /** By pattern id. */
  patterns: Record<string, PatternWords>
  /** `https://github.com`, or the server's own address: the only host that links go to. */
  serverUrl: string
  /** The page with the job summary, for the link out of the comment. */
  summaryUrl: string | null
  /** A person's words about a service, by its key. */
  reviewerNotes: Record<string, string>
  /** Whose log lines are shown. */
  excerpts: 'all' | 'unclassified' | 'none'
  /** RFC 3339; null leaves the time out. */
  now: string | null
}

/** Hosts that links may go to. */
export function hosts(context: RenderContext): string[] {
  return URL.canParse(context.serverUrl) ? [new URL(context.serverUrl).host] : []
}

/** Whether lines of this suite's logs may be shown. */
export function showsLog(context: RenderContext, suite: SuiteReport): boolean {
  if (context.excerpts !== 'unclassified') return context.excerpts === 'all'
  return suite.diagnosis?.state !== 'confirmed' && suite.diagnosis?.state !== 'likely'
}

/** A person's words about this suite, or the history's. */
export function noteOn(context: RenderContext, service: string): string | null {
  return Object.hasOwn(context.reviewerNotes, service) ? (context.reviewerNotes[service] ?? null) : null
}

/** What the catalog says of a pattern. */
export function wordsOf(context: RenderContext, pattern: string): PatternWords | null {
  return Object.hasOwn(context.patterns, pattern) ? (context.patterns[pattern] ?? null) : null
}
