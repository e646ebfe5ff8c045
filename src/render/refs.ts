import type {Fix, FixRefReport, Report} from '../model.ts'
import {hosts, type RenderContext} from './context.ts'
import {code, join, link, type Markdown, md, small, text} from './markdown.ts'

/** A fix as a link: a short hash, or `#24`. */
export function refLink(ref: FixRefReport, context: RenderContext): Markdown {
  const number = ref.id.replace(/^#/, '')
  const target = link(md`x`, ref.url, hosts(context)) === 'x' ? null : ref.url
  // A bare `#24` would be a reference made by us in the name of a stranger: only as our own link.
  if (ref.type === 'commit' || target === null || !/^\d{1,9}$/.test(number)) {
    return link(code(ref.type === 'commit' ? ref.id.slice(0, 9) : `#${number}`, 40), target, hosts(context))
  }
  return link(md`#${Number(number)}`, target, hosts(context))
}

export function refLinks(refs: readonly FixRefReport[], context: RenderContext): Markdown {
  return join(
    refs.slice(0, 4).map(ref => refLink(ref, context)),
    ', ',
  )
}

// At most `max` characters of what git says, with the fixes that it names as links.
function linkedWhy(fix: Fix, context: RenderContext, max: number): Markdown {
  const cut = fix.why.length > max ? `${fix.why.slice(0, max).replace(/ \S*$/, '')} …` : fix.why
  const words = cut.split(/\s+/).map(word => {
    const [, name = '', mark = ''] = /^(#?\w+)([,;:.]?)$/.exec(word) ?? []
    const ref = fix.refs.find(one => shownId(one) === name)
    return ref ? md`${refLink(ref, context)}${text(mark)}` : text(word)
  })
  return join(words, ' ')
}

/** What git says, with the fixes that it names as links, and behind it those that it does not name. */
export function wholeWhy(fix: Fix, context: RenderContext): Markdown {
  const rest = fix.refs.filter(ref => !fix.why.split(/[\s,;:.]+/).includes(shownId(ref)))
  const more = refLinks(rest, context)
  return md`${linkedWhy(fix, context, 400)}${more === '' ? md`` : md` (${more})`}`
}

const shownId = (ref: FixRefReport): string =>
  ref.type === 'commit' ? ref.id.slice(0, 9) : `#${ref.id.replace(/^#/, '')}`

/** Which tool and catalog, which commit and attempt: so that two reports can be compared. */
export function footer({tool, run}: Report, context: RenderContext): Markdown {
  const parts = [
    link(text(`e2e-triage ${tool.version}`, 60), run.url, hosts(context)),
    ...(tool.catalog ? [md`catalog ${code(tool.catalog.replace(/^sha256:/, '').slice(0, 10))}`] : []),
    ...(run.head_sha ? [md`commit ${code(run.head_sha.slice(0, 9))}`] : []),
    ...(run.attempt !== null && run.attempt > 1 ? [md`attempt ${run.attempt}`] : []),
    ...(context.now ? [text(context.now.replace('T', ' ').replace(/:\d\d(?:\.\d+)?Z$/, ' UTC'), 40)] : []),
  ]
  return small(join(parts, ' · '))
}
