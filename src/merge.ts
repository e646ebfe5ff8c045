import {Unavailable} from './collect/unavailable.ts'
import {mostRead} from './findings/file.ts'
import type {CollectedPlace, Collector} from './match/collector.ts'
import type {Matcher} from './match/matcher.ts'
import type {Condition, Evidence, Findings, LocatedTests, Member, Note, Source, Suite} from './model.ts'
import {safePath} from './read/archive/paths.ts'
import {collect} from './read/archive/pull.ts'

/** What is known of a suite while its sources are read. */
export interface Merged {
  suite: Suite
  matcher: Matcher
  /** Digest of the patterns, null where unknown. */
  catalog: string | null
  collector: Collector
  findings: Findings
  /** Results of test-report files. */
  reports: LocatedTests[]
  /** When a bundle was made, where it says so. */
  collected: string | null
  /** A scan left objects out, so that what is not there may have been. */
  isCut: boolean
}

/** The first member, and all of them, it included; `close` where only the first is used. */
export async function peeked(
  members: AsyncIterable<Member>,
): Promise<{first: Member | null; all: AsyncIterable<Member>; close(): Promise<void>}> {
  const iterator = members[Symbol.asyncIterator]()
  const start = await iterator.next()
  const first: Member | null = start.done ? null : start.value
  async function* all(): AsyncGenerator<Member> {
    try {
      if (first) yield first
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return {first, all: all(), close: async () => void (await iterator.return?.())}
}

/**
 * Takes up what a scan found in the suite's own job, as if its files had been read here. The file is a stranger's: places become
 * those of the artifact that it came in, unknown patterns are dropped. Returns the format of what was scanned. Throws an
 * `Unavailable` for a file that cannot be used.
 */
export async function mergeFindings(
  member: Member,
  source: Source,
  context: Merged,
  notes: Note[],
): Promise<string | null> {
  const {suite, matcher, collector, findings, reports} = context
  const {parseFindings} = await import('./findings/parse.ts')
  const parsed = parseFindings(await collect(member.bytes(), mostRead))
  if (!parsed.ok) throw new Unavailable('unreadable', parsed.why)
  const {file} = parsed
  if (!belongs(file.service, suite, source))
    throw new Unavailable('unreadable', `its findings are of ${file.service}, not of ${suite.service}`)
  const absent = file.sources.find(s => s.state !== 'read' && s.state !== 'truncated')
  if (absent && file.sources.every(s => s.state === absent.state)) {
    const detail = absent.detail ?? 'the scan read nothing'
    throw new Unavailable(absent.state as 'missing', detail)
  }
  const placed = <T extends {at: Evidence}>(item: T): T => ({...item, at: placeOf(item.at, source)})

  const numbers = new Map(matcher.patterns.map((p, number) => [p.id, number]))
  const places = file.matches.flatMap((place): CollectedPlace[] => {
    const pattern = numbers.get(place.pattern)
    const {conditions = [], unless = []} = matcher.patterns[pattern ?? -1] ?? {}
    const condition = conditions[place.condition] ?? unless[-1 - place.condition]
    if (pattern === undefined || !condition || condition.type === 'absent') return []
    const captures = known(place.captures, groupsOf(condition))
    return [{...placed(place), pattern, captures}]
  })
  const unknown = file.matches.length - places.length
  notes.push(...file.incomplete)
  if (context.catalog && file.tool.catalog !== context.catalog)
    notes.push({
      what: source.name,
      why: 'it was scanned with other patterns than the report is made with; scan and report from one commit, with one version of the action',
    })
  if (unknown)
    notes.push({what: source.name, why: `${unknown} places of patterns that are not in the catalog: dropped`})

  const objects = file.objects.map(placed)
  if (file.tests?.times) collector.tests(file.tests.times)
  collector.restore(places, objects)
  findings.objects.push(...objects)
  findings.events.push(...file.events.map(placed))
  if (file.tests) reports.push(file.tests)
  context.collected ??= file.collected
  context.isCut ||= !file.complete
  return file.sources.find(s => s.format)?.format ?? null
}

/** What is found can be opened in the artifact that the findings came in, nowhere else. */
function placeOf(at: Evidence, {name, url}: Source): Evidence {
  return {...at, source: name, url, path: at.path === null ? null : safePath(at.path, 500).path}
}

/** Captures that a condition can make; names of others would be a stranger's words in the report. */
function known(captures: Record<string, string>, groups: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(captures).filter(([name]) => groups.has(name)))
}

const groups = new WeakMap<Condition, ReadonlySet<string>>()

function groupsOf(condition: Condition): ReadonlySet<string> {
  const before = groups.get(condition)
  if (before) return before
  const named = [...JSON.stringify(condition).matchAll(/\(\?<(\w+)>/g)].map(m => m[1]!)
  const all = new Set([...named, 'kind', 'name', 'namespace', 'container'])
  groups.set(condition, all)
  return all
}

const fold = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')

/** A job of one service must not speak for another's: its artifact has the service in its name, or the suite is called so. */
function belongs(service: string, suite: Suite, source: Source): boolean {
  const own = fold(service)
  return [suite.service, suite.name].some(n => fold(n) === own) || fold(source.name).includes(own)
}
