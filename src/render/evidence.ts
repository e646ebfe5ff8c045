import type {Evidence, SuiteReport} from '../model.ts'
import {hosts, type RenderContext, showsLog} from './context.ts'
import {code, fence, join, link, type Markdown, md, text} from './markdown.ts'
import {EVIDENCE} from './words.ts'

const LINE = 600

/** The cause's evidence first, then one line of each later link of the chain; each place once, at most `max`. */
export function chainEvidence({diagnosis}: SuiteReport, max: number): Evidence[] {
  const [cause, ...effects] = diagnosis?.chain ?? []
  const all = [
    ...(diagnosis?.root_cause?.evidence ?? []),
    ...(cause?.evidence ?? []),
    ...effects.flatMap(effect => effect.evidence.slice(0, 1)),
  ]
  const places = new Map(all.map(at => [JSON.stringify([at.kind, at.source, at.path, at.line, at.text]), at]))
  return [...places.values()].slice(0, max)
}

/** Evidence as quoted lines, those of one file under one caption that links to it. */
export function evidenceBlock(
  evidence: readonly Evidence[],
  suite: SuiteReport,
  context: RenderContext,
): Markdown {
  const files = new Map<string, Evidence[]>()
  for (const at of evidence) {
    const key = JSON.stringify([at.kind, at.source, at.path])
    files.set(key, [...(files.get(key) ?? []), at])
  }
  const parts = [...files.values()].map(group => {
    const title = caption(group, context)
    if (!showsLog(context, suite)) return title
    return md`${title}\n\n${fence(
      group.map(at => at.text),
      'text',
      LINE,
    )}`
  })
  return join(parts, '\n\n')
}

/** `job log, line 812 of E2E (gateway)`: where anybody can look it up. */
export function caption(group: readonly Evidence[], context: RenderContext): Markdown {
  const [first] = group
  if (!first) return md``
  const numbers = [...new Set(group.map(at => at.line).filter(line => line !== null))]
  const where = numbers.length === 0 ? '' : `, ${numbers.length > 1 ? 'lines' : 'line'} ${numbers.join(', ')}`
  const place = link(text(`${EVIDENCE[first.kind]}${where}`), first.url, hosts(context))
  const file = first.path ? md` · ${code(first.path, 160)}` : md``
  return md`${place} · ${code(first.source, 120)}${file}`
}
