import type {Pattern, Report} from '../model.ts'
import {renderComment} from '../render/comment.ts'
import type {RenderContext} from '../render/context.ts'
import {renderSummary} from '../render/summary.ts'
import {renderText} from '../render/terminal.ts'

/** What rendering says of the catalog's patterns; only those that the report names. */
export function wordsOf(report: Report, patterns: readonly Pattern[]): RenderContext['patterns'] {
  const named = new Set(
    report.suites.flatMap(s => [
      s.diagnosis?.root_cause?.pattern,
      ...(s.diagnosis?.chain ?? []).map(c => c.pattern),
    ]),
  )
  return Object.fromEntries(
    patterns
      .filter(p => named.has(p.id))
      .map(p => [
        p.id,
        {title: p.title, advice: p.advice, validate: [...p.validate], references: [...p.references]},
      ]),
  )
}

/** A report as the command line prints it. */
export function present(
  report: Report,
  format: 'text' | 'summary' | 'comment' | 'json',
  view: {
    patterns: readonly Pattern[]
    reviewerNotes: Record<string, string>
    server: string
    columns: number | null
  },
): string {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`
  const context: RenderContext = {
    patterns: wordsOf(report, view.patterns),
    serverUrl: view.server,
    summaryUrl: null,
    reviewerNotes: view.reviewerNotes,
    excerpts: 'all',
    now: null,
  }
  if (format === 'summary') return renderSummary(report, context)
  if (format === 'comment') return renderComment(report, context)
  return renderText(report, context, {color: view.columns !== null, width: view.columns ?? 100})
}
