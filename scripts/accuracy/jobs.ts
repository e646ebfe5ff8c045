import {readFileSync} from 'node:fs'
import {usablePatterns} from '../../src/commands/patterns.ts'
import {diagnose, knowledgeOf} from '../../src/diagnose/diagnose.ts'
import {examine} from '../../src/examine.ts'
import {defaultConfig} from '../../src/inputs/default-config.ts'
import {buildMatcher} from '../../src/match/matcher.ts'
import type {Job, Member, Source, Suite} from '../../src/model.ts'
import {defaultLimits} from '../../src/read/archive/limits.ts'
import {archiveMembers} from '../../src/read/archive/members.ts'
import {collect} from '../../src/read/archive/pull.ts'
import {memoryBytes} from '../../src/read/archive/streams.ts'
import type {Scored} from './cases.ts'

/** What is known of a job that failed: `label.json` of its folder. */
interface Label {
  family: string | null
  accept: string[]
  decidable: boolean
  /** Parts of the lines that state the cause, in the log or in the diagnostics. */
  cause_lines: string[]
  /** The step that failed, where one before it was allowed to. */
  failed_step?: string
}

/** A job with its log and the diagnostics that it collected. */
interface WholeJob {
  id: string
  label: Label
  log: Uint8Array
  diagnostics: {path: string; data: Uint8Array}[]
}

/** `alone`: as files that somebody has put together, without what the API tells. `bereft`: without the lines that state the cause. */
export type Variant = 'whole' | 'alone' | 'bereft'

const longest = 64 << 20

/** Reads an archive of folders with `job.log`, `label.json` and, where there are some, `diagnostics/`. */
async function readJobs(file: string): Promise<WholeJob[]> {
  const notes: string[] = []
  const folders = new Map<string, Map<string, Uint8Array>>()
  const members = archiveMembers('jobs', memoryBytes(readFileSync(file)), defaultLimits, n =>
    notes.push(n.why),
  )
  for await (const {path, bytes} of members) {
    const [id, ...rest] = path.split('/')
    const files = folders.get(id!) ?? new Map<string, Uint8Array>()
    folders.set(id!, files.set(rest.join('/'), (await collect(bytes(), longest))!))
  }
  if (notes.length) throw new Error(`${file}: ${notes[0]}`)
  return [...folders].map(([id, files]) => ({
    id,
    label: JSON.parse(new TextDecoder().decode(files.get('label.json'))) as Label,
    log: files.get('job.log')!,
    diagnostics: [...files]
      .filter(([path]) => path.startsWith('diagnostics/'))
      .map(([path, data]) => ({path: path.slice('diagnostics/'.length), data})),
  }))
}

/** The same without the lines that state the cause: what is left are its symptoms and the noise, so that nothing can be decided. */
function bereave({id, label, log, diagnostics}: WholeJob): WholeJob {
  const parts = label.cause_lines.map(part => part.trim()).filter(part => part.length > 5)
  const all = [...parts, ...parts.map(part => JSON.stringify(part).slice(1, -1))]
  // Not UTF-8: what a file is made of must stay as it is.
  const without = (data: Uint8Array) => {
    const lines = Buffer.from(data).toString('latin1').split('\n')
    const encoded = all.map(part => Buffer.from(part).toString('latin1'))
    return Buffer.from(lines.filter(line => !encoded.some(part => line.includes(part))).join('\n'), 'latin1')
  }
  return {
    id,
    label: {...label, decidable: false},
    log: without(log),
    diagnostics: diagnostics.map(({path, data}) => ({path, data: without(data)})),
  }
}

/** The steps as the API would tell them: the first that reports an error has failed, or the one that is named. */
function jobOf(log: Uint8Array, named: string | undefined): Job {
  const steps: Job['steps'] = []
  const begin = (name: string, time: string) =>
    steps.push({
      number: steps.length + 1,
      name,
      status: 'completed',
      conclusion: 'success',
      started_at: time,
      completed_at: time,
    })
  for (const line of new TextDecoder().decode(log).split('\n')) {
    const [time, text] = [`${line.slice(0, 19)}Z`, line.slice(29)]
    const last = steps.at(-1)
    const opens = text.startsWith('##[group]Run ') || text === 'Post job cleanup.'
    if (opens || !last) {
      if (last) last.completed_at = time
      begin(opens ? text.replace('##[group]', '') : 'Set up job', time)
    } else if (text.startsWith('##[error]') && !steps.some(s => s.conclusion === 'failure'))
      if (!named || last.name === named) last.conclusion = 'failure'
  }
  const times = {started_at: null, completed_at: null}
  return {
    id: 1,
    name: 'e2e',
    url: null,
    status: 'completed',
    conclusion: 'failure',
    ...times,
    annotations: [],
    steps,
  }
}

/** Each job with what it collected, as a suite. */
export async function jobSuites(
  file: string,
  variant: Variant = 'whole',
): Promise<{id: string; label: Label; suite: Suite}[]> {
  const all = await readJobs(file)
  const jobs = variant === 'bereft' ? all.filter(job => job.label.decidable).map(bereave) : all
  return jobs.map(({id, label, log, diagnostics}) => {
    const content = {type: 'bytes', open: async () => memoryBytes(log)} as const
    const sources: Source[] = [{kind: 'job-log', name: 'job', url: null, content}]
    const members: Member[] = diagnostics.map(({path, data}) => ({
      path,
      size: data.length,
      bytes: () => memoryBytes(data).stream(),
    }))
    const folder = {type: 'folder', members: () => each(members)} as const
    if (diagnostics.length) sources.push({kind: 'bundle', name: 'diagnostics', url: null, content: folder})
    return {
      id,
      label,
      suite: {
        service: 'e2e',
        name: 'e2e',
        status: 'failed',
        job: variant === 'alone' ? null : jobOf(log, label.failed_step),
        sources,
      },
    }
  })
}

/** A cause is right if it is of an accepted family, or if a line proves it that states the cause. */
export function isRight(label: Label, family: string, evidence: readonly {text: string}[]): boolean {
  const states = ({text}: {text: string}) =>
    label.cause_lines.some(part => text.includes(part.trim()) || part.includes(text.trim()))
  return family === label.family || label.accept.includes(family) || evidence.some(states)
}

/** Triages each job. */
export async function scoreJobs(file: string, variant: Variant = 'whole'): Promise<Scored[]> {
  const {patterns} = await usablePatterns([], [])
  const matcher = buildMatcher(patterns)
  const knowledge = knowledgeOf(patterns, defaultConfig)
  const scored: Scored[] = []
  for (const {id, label, suite} of await jobSuites(file, variant)) {
    const {state, root_cause: cause} = diagnose(suite, await examine(suite, matcher), knowledge)
    const right = cause !== null && isRight(label, cause.family, cause.evidence)
    const undecided = !cause || right ? 'fine' : 'false'
    const verdict = label.decidable ? (right ? 'correct' : cause ? 'wrong' : 'abstain') : undecided
    const {family = null, pattern = null, confidence = null} = cause ?? {}
    const known = {
      id,
      excerpt: '',
      family: label.family ?? '',
      accept: label.accept,
      decidable: label.decidable,
    }
    scored.push({case: known, verdict, state, family, pattern, confidence, right})
  }
  return scored
}

async function* each(members: readonly Member[]): AsyncGenerator<Member> {
  yield* members
}
