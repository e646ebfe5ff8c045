import type {Fix, SuiteReport} from '../model.ts'
import {noteOn, type RenderContext} from './context.ts'

/**
 * Whether the branch lacks a fix that its base has. `why` is the one place that says so, in this form; no name of a
 * branch can look like it, because git allows neither a colon nor a space in them.
 */
export const saysRebase = (fix: Fix | null): boolean => /: rebase(?=$|[,;])/.test(fix?.why ?? '')

/** What decided about a fix, without what else is known: `fixed on main by ddceccb5c: rebase`. */
export const decisive = (fix: Fix | null): string =>
  (fix?.why ?? '').split('; ', 1)[0]!.replace(/(: rebase|, after this commit), and a later run .*$/, '$1')

/** `fixed on main by ddceccb5c`, where the sentence around it says what to do. */
export const landedBy = (fix: Fix | null): string =>
  decisive(fix).replace(/: rebase$|, after this commit$/, '')

/** `also red on main since Feb 1`: what history says of all these suites alike; null where it says several things. */
export function onBaseToo(suites: readonly SuiteReport[], context: RenderContext | null): string | null {
  if (suites.length === 0 || !suites.every(suite => suite.history?.seen_on_base)) return null
  const said = suites.map(
    suite => (context && noteOn(context, suite.service)?.split(/: not yours|; /, 1)[0]) ?? '',
  )
  return shared(said.map(words => (words.startsWith('also red on ') ? words : 'also red on the base branch')))
}

/** The words that all have in common, null where they differ or there are none. */
export function shared(words: readonly string[]): string | null {
  const once = new Set(words)
  const [only = ''] = once
  return once.size === 1 && only !== '' ? only : null
}
