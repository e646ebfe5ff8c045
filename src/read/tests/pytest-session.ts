import {type Found, MAX_FAILURES} from './located.ts'
import {blockFailure, blockMessage, isBlockOf, type PytestBlock} from './pytest-block.ts'

/** One line or more of `short test summary info`. */
export interface Entry {
  kind: 'FAILED' | 'ERROR'
  nodeid: string
  message: string
  from: number
  to: number
}

/** One run of pytest. */
export interface Session {
  first: number
  collected: number | null
  deselected: number
  counts: Record<string, number> | null
  /** Of `-v` lines, for a session without an end. */
  seen: Record<string, number>
  live: {nodeid: string; line: number}[]
  blocks: PytestBlock[]
  entries: Entry[]
  /** Of `--tb=line`. */
  short: {location: string; message: string; line: number}[]
  /** Problems that keep the session from starting or that kill it. */
  broken: Found[]
  started: boolean
}

/** A session of which nothing is known yet. */
export function newSession(first: number): Session {
  const none = {collected: null, deselected: 0, counts: null, started: false}
  return {first, ...none, seen: {}, live: [], blocks: [], entries: [], short: [], broken: []}
}

/** A session's part of the result. */
export interface PytestTotals {
  total: number | null
  ran: number | null
  passed: number
  failed: number
  skipped: number
  found: Found[]
  phase: 'setup' | 'teardown' | 'tests'
}

/** Sums a session up. */
export function sumSession(s: Session): PytestTotals {
  const c = s.counts ?? s.seen
  const n = (key: string) => c[key] ?? 0
  const found = failures(s)
  const errors = n('error') + n('errors')
  const tornDown = s.blocks.filter(b => b.stage === 'teardown').length
  const collecting = s.blocks.filter(b => b.stage === 'collecting').length
  const executed = n('passed') + n('failed') + n('xfailed') + n('xpassed')
  // A test whose teardown fails is counted twice, as passed and as error; a module that fails to import is no test.
  const summed = executed + n('skipped') + Math.max(0, errors - tornDown - collecting)
  const interrupted = s.counts !== null && executed + n('skipped') === 0 && collecting > 0
  const known = s.collected === null ? null : Math.max(0, s.collected - (s.deselected || n('deselected')))
  const total = known ?? (s.counts && !interrupted ? summed : null)
  const ran =
    s.counts === null
      ? null
      : interrupted
        ? 0
        : (total ?? summed) - n('skipped') - unreached(s, total, summed)
  const failed = s.counts
    ? n('failed') + errors + s.broken.length
    : Math.max(found.length, n('FAILED') + n('ERROR'))
  return {
    total,
    ran: total === null && s.counts === null && s.broken.length > 0 && !s.started ? 0 : ran,
    passed: s.counts ? n('passed') : n('PASSED'),
    failed,
    skipped: s.counts ? n('skipped') : n('SKIPPED'),
    found,
    phase: phase(s, executed + n('PASSED') + n('FAILED'), errors, tornDown, n('failed')),
  }
}

/** Tests that `-x` or an interrupt left out. */
function unreached(s: Session, total: number | null, summed: number): number {
  return s.counts === null || total === null ? 0 : Math.max(0, total - summed)
}

function phase(
  s: Session,
  executed: number,
  errors: number,
  tornDown: number,
  failed: number,
): PytestTotals['phase'] {
  const stages = s.blocks.map(b => b.stage)
  if (s.counts === null) {
    const early = stages.length > 0 && stages.every(x => x === 'setup' || x === 'collecting')
    const wrong = s.broken.length > 0 && !s.started
    return wrong || (early && executed === 0) ? 'setup' : 'tests'
  }
  if (executed === 0 && (errors > 0 || s.broken.length > 0)) return 'setup'
  if (failed === 0 && errors > 0 && tornDown >= errors) return 'teardown'
  return 'tests'
}

function failures(s: Session): Found[] {
  const found = s.entries.map(e => fromEntry(e, s.blocks, s.short))
  // Without a summary (`-r N`, or cut short) the blocks speak, and without these the progress lines.
  for (const b of s.blocks) if (!b.taken && found.length < MAX_FAILURES) found.push(blockFailure(b))
  if (found.length === 0)
    found.push(...s.live.map(l => ({name: l.nodeid, location: '', message: '', from: l.line, to: l.line})))
  return [...s.broken, ...found].sort((a, b) => a.from - b.from)
}

function fromEntry(e: Entry, blocks: readonly PytestBlock[], short: Session['short']): Found {
  const mine = (b: PytestBlock) =>
    !b.taken && (b.stage !== 'call') === (e.kind === 'ERROR') && isBlockOf(b, e.nodeid)
  const file = e.nodeid.split('::')[0] ?? ''
  const block =
    blocks.find(b => mine(b) && b.location.startsWith(`${file}:`)) ??
    blocks.find(mine) ??
    // A crashed xdist worker: the block is titled with the file, and its text names the test.
    blocks.find(b => !b.taken && b.title === file && b.plain.some(l => l.includes(e.nodeid)))
  if (!block) {
    const begin = e.message.replace(/\.\.\.$/, '')
    const i = begin === '' ? -1 : short.findIndex(l => l.message.startsWith(begin))
    const line = i < 0 ? undefined : short.splice(i, 1)[0]
    const {from, to} = line ? {from: line.line, to: line.line} : e
    return {name: e.nodeid, location: line?.location ?? '', message: line?.message ?? e.message, from, to}
  }
  block.taken = true
  return {...blockFailure(block), name: e.nodeid, message: blockMessage(block) || e.message}
}
