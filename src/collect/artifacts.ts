/** Which artifacts are evidence for which suite. */

import type {Artifact} from './answers.ts'
import {fold, glob} from './names.ts'

const WORDS = ['must-gather', 'diagnostics', 'logs', 'bundle']

export interface ArtifactQuestion {
  suites: readonly {service: string; aliases: readonly string[]; started_at: string | null}[]
  /** Names of what is not listed but has artifacts of its own. */
  others: readonly string[]
  /** Globs with `{service}` and `{run_id}`; empty: `*{service}*` among names that speak of diagnostics. */
  patterns: readonly string[]
  runId: number | null
  /** Later than the first attempt: what is older than the job is an earlier attempt's. */
  rerun: boolean
}

/** By service, in the order of names: the newest artifact of each name, never our own report. */
export function chooseArtifacts(
  artifacts: readonly Artifact[],
  question: ArtifactQuestion,
): Map<string, Artifact[]> {
  const chosen = new Map<string, Artifact[]>(question.suites.map(s => [s.service, []]))
  const fits = question.suites.map(s => reach(s.aliases, question))
  const others = question.others.map(name => reach([name], question))
  for (const artifact of newest(artifacts)) {
    const name = fold(artifact.name)
    if (name.startsWith('e2e-triage-report')) continue
    if (question.patterns.length === 0 && !WORDS.some(word => name.includes(word))) continue
    const lengths = fits.map(length => length(name))
    // A name that fits a longer service's name belongs to that one.
    const longest = Math.max(-1, ...lengths, ...others.map(length => length(name)))
    question.suites.forEach((suite, i) => {
      if (longest < 0 || lengths[i] !== longest) return
      if (question.rerun && before(artifact.created_at, suite.started_at)) return
      chosen.get(suite.service)?.push(artifact)
    })
  }
  return chosen
}

/** Tells the length of the longest alias by which a name fits, 0 by a pattern without service, -1 by none. */
function reach(aliases: readonly string[], question: ArtifactQuestion): (name: string) => number {
  const patterns = question.patterns.length > 0 ? question.patterns : ['*{service}*']
  const tests = patterns.flatMap(pattern => {
    const filled = pattern.replaceAll('{run_id}', String(question.runId ?? '*'))
    if (!filled.includes('{service}')) return {length: 0, fits: glob(fold(filled))}
    return aliases.flatMap(alias => {
      const text = fold(alias).replace(/[^\p{L}\p{N}-]+/gu, '?')
      return !/[\p{L}\p{N}]/u.test(text)
        ? []
        : {length: text.length, fits: glob(fold(filled.replaceAll('{service}', () => text)))}
    })
  })
  return name => Math.max(-1, ...tests.filter(t => t.fits(name)).map(t => t.length))
}

/** Of each name the one made last; ids are not in the order of time. */
function newest(artifacts: readonly Artifact[]): Artifact[] {
  const byName = new Map<string, Artifact>()
  for (const artifact of artifacts) {
    const other = byName.get(artifact.name)
    if (!other || time(artifact) > time(other) || (time(artifact) === time(other) && artifact.id > other.id))
      byName.set(artifact.name, artifact)
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

const time = (artifact: Artifact) => Date.parse(artifact.created_at ?? '') || 0

const before = (a: string | null, b: string | null) =>
  a !== null && b !== null && Date.parse(a) < Date.parse(b)
