/** Suites read in other threads. Only ever imported dynamically: each thread runs this very file. */

import {availableParallelism} from 'node:os'
import {isMainThread, type MessagePort, parentPort, Worker, workerData} from 'node:worker_threads'
import {type Portable, portable, revived} from './catalog/portable.ts'
import {type FileBytes, type FilePart, memoryBytes, partBytes} from './collect/bytes.ts'
import {Unavailable} from './collect/unavailable.ts'
import {clocksAt, type Times} from './deadline.ts'
import {type Knowledge, knowledgeOf} from './diagnose/diagnose.ts'
import {describe} from './errors.ts'
import {examine} from './examine.ts'
import {buildMatcher, type Matcher} from './match/matcher.ts'
import type {Bytes, Config, Findings, Pattern, Source, SourceState, Suite} from './model.ts'
import {collect} from './read/archive/pull.ts'

export interface Threads {
  /** How many suites can be read at once. */
  readonly count: number
  /** As `examine`; rejects where no thread is free, or the thread ended. */
  examine(suite: Suite, catalog: string | null, times: Times | null): Promise<Findings>
  close(): Promise<void>
}

/** Each costs some 80 MB, and keeps a processor and a half busy together with the inflating. */
const most = 1
const mark = 'e2e-triage'

type PlainSource = Omit<Source, 'content'> & {absent: Extract<Source['content'], {type: 'none'}> | null}
interface Task {
  suite: Omit<Suite, 'sources'>
  sources: PlainSource[]
  catalog: string | null
  times: Times | null
}
/** What a thread hears; `place` is that of a source in its suite. */
type Order =
  | {type: 'read'; task: Task}
  | {type: 'opened'; place: number; part: FilePart}
  | {type: 'held'; place: number; bytes: Uint8Array}
  | {type: 'failed'; place: number; state: SourceState | null; message: string}
/** What it says. */
type Answer =
  | {type: 'open' | 'drop'; place: number}
  | {type: 'done'; findings: Findings}
  | {type: 'crashed'; message: string}

/**
 * Threads that read with these patterns, and leave unread what by this configuration cannot matter; none where there is one processor only, which this thread keeps busy. */
export function startThreads(
  patterns: readonly Pattern[],
  config: Config | null,
  count: number = Math.min(most, availableParallelism() - 1),
): Threads {
  const all = Array.from({length: count}, () => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: {mark, catalog: portable(patterns), config},
    })
    // Without a listener it would end the process; who waits for it hears of it, too.
    worker.on('error', () => {})
    return worker
  })
  const idle = [...all]
  for (const worker of all)
    worker.on('exit', () => {
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
    })
  return {
    count,
    async examine(suite, catalog, times) {
      if (suite.sources.some(s => s.content.type === 'folder')) throw new Error('a folder is read here')
      const worker = idle.pop()
      if (!worker) throw new Error('no thread is free')
      const findings = await readIn(worker, suite, catalog, times)
      idle.push(worker)
      return findings
    },
    close: async () => void (await Promise.all(all.map(worker => worker.terminate()))),
  }
}

function readIn(
  worker: Worker,
  suite: Suite,
  catalog: string | null,
  times: Times | null,
): Promise<Findings> {
  const {sources, ...rest} = suite
  const opened = new Map<number, FileBytes>()
  const say = (order: Order) => worker.postMessage(order)

  async function open(place: number): Promise<void> {
    const content = sources[place]?.content
    try {
      if (content?.type !== 'bytes') throw new Error('there is nothing to open')
      const bytes = (await content.open()) as FileBytes
      opened.set(place, bytes)
      if (bytes.part) say({type: 'opened', place, part: bytes.part})
      else say({type: 'held', place, bytes: (await collect(bytes.stream(), bytes.size))!})
    } catch (error) {
      const state = error instanceof Unavailable ? error.state : null
      say({type: 'failed', place, state, message: describe(error)})
    }
  }

  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off('message', hear).off('error', fail).off('exit', end)
      act()
    }
    const fail = (error: unknown) => settle(() => reject(error))
    const end = () => fail(new Error('the thread that read it ended'))
    const hear = (answer: Answer) => {
      if (answer.type === 'open') void open(answer.place)
      else if (answer.type === 'drop') opened.get(answer.place)?.drop?.()
      else if (answer.type === 'done') settle(() => resolve(answer.findings))
      else if (answer.type === 'crashed') fail(new Error(answer.message))
    }
    worker.on('message', hear).on('error', fail).on('exit', end)
    const plain = sources.map(({content, kind, name, url}) => ({
      kind,
      name,
      url,
      absent: content.type === 'none' ? content : null,
    }))
    say({type: 'read', task: {suite: rest, sources: plain, catalog, times}})
  })
}

/** What a thread does: one suite after the other. */
function serve(port: MessagePort, patterns: readonly Pattern[], config: Config | null): void {
  const matcher = buildMatcher(patterns)
  const knowledge = config && knowledgeOf(patterns, config)
  const waiting = new Map<number, {resolve(bytes: Bytes): void; reject(error: unknown): void}>()
  const say = (answer: Answer) => port.postMessage(answer)
  const open = (place: number) =>
    new Promise<Bytes>((resolve, reject) => {
      waiting.set(place, {resolve, reject})
      say({type: 'open', place})
    })
  port.on('message', (order: Order) => {
    if (order.type === 'read') {
      read(order.task, {matcher, knowledge, open}).then(
        findings => say({type: 'done', findings}),
        error => say({type: 'crashed', message: describe(error)}),
      )
      return
    }
    const asked = waiting.get(order.place)
    waiting.delete(order.place)
    const drop = () => say({type: 'drop', place: order.place})
    if (order.type === 'opened') asked?.resolve({...partBytes(order.part), drop} as Bytes)
    else if (order.type === 'held') asked?.resolve(memoryBytes(order.bytes))
    else
      asked?.reject(
        order.state ? new Unavailable(order.state as 'missing', order.message) : new Error(order.message),
      )
  })
}

function read(
  {suite, sources, catalog, times}: Task,
  {
    matcher,
    knowledge,
    open,
  }: {matcher: Matcher; knowledge: Knowledge | null; open(place: number): Promise<Bytes>},
): Promise<Findings> {
  const own = sources.map(
    ({absent, ...source}, place): Source => ({
      ...source,
      content: absent ?? {type: 'bytes', open: () => open(place)},
    }),
  )
  const clocks = clocksAt(times)
  return examine({...suite, sources: own}, matcher, {catalog, clocks, knowledge})
}

if (!isMainThread && parentPort && (workerData as {mark?: unknown} | null)?.mark === mark) {
  const {catalog, config} = workerData as {catalog: Portable; config: Config | null}
  serve(parentPort, revived(catalog), config)
}
