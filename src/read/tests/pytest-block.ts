import {dedent, type Found, MAX_MESSAGE} from './located.ts'

const PLACE = /^(\S+\.py):(\d+): (?:[\w.]+|in \S+)?$/
const CAPTURED = /^-{3,} (?:Captured|generated) .*-{3,}$/
const WORKER = /^\[gw\d+\] \S+ -- Python /

/** What pytest prints of one failed test, fixture or module, from its `____ title ____` on. */
export interface PytestBlock {
  title: string
  stage: 'call' | 'setup' | 'teardown' | 'collecting'
  from: number
  to: number
  /** The last group of `E   ` lines: of chained exceptions the one that was raised. */
  errors: string[]
  open: boolean
  plain: string[]
  size: number
  location: string
  captured: boolean
  taken: boolean
}

const TITLE = /^_{2,} (?:ERROR (?:at (setup|teardown) of|(collecting)) )?(.+?) _{2,}$/

/** Begins a block where `text` is its title. */
export function openPytestBlock(line: number, text: string): PytestBlock | null {
  const m = TITLE.exec(text)
  if (!m || text.startsWith('_ _ _')) return null
  const stage = (m[1] ?? m[2] ?? 'call') as PytestBlock['stage']
  const lists = {errors: [], plain: [], size: 0}
  return {
    title: m[3] ?? '',
    stage,
    from: line,
    to: line,
    open: false,
    location: '',
    captured: false,
    taken: false,
    ...lists,
  }
}

/** Takes a line of the block's body. */
export function addToBlock(b: PytestBlock, line: number, text: string): void {
  if (text.trim() !== '') b.to = line
  if (b.captured) return
  if (text.startsWith('E ') || text === 'E') {
    if (!b.open) [b.errors, b.size] = [[], 0]
    b.open = true
    b.size += text.length
    if (b.size < MAX_MESSAGE * 2 && b.errors.length < 100) b.errors.push(text.slice(4))
    return
  }
  b.open = false
  if (CAPTURED.test(text)) {
    b.captured = true
    return
  }
  const place = text.includes('.py:') ? PLACE.exec(text) : null
  if (place) b.location = `${place[1]}:${place[2]}`
  else if (b.plain.length < 20 && text.trim() !== '' && !WORKER.test(text)) b.plain.push(text)
}

/** The message: the `E` lines, else the text of a failure without traceback. */
export function blockMessage(b: PytestBlock): string {
  if (b.errors.length > 0) return dedent(b.errors)
  return b.plain.some(l => l.startsWith('>') || l.startsWith('    ')) ? '' : b.plain.join('\n')
}

/** Whether the block tells of the test that the summary names `tests/a.py::Class::test[x]`. */
export function isBlockOf(b: PytestBlock, nodeid: string): boolean {
  const [file = '', ...parts] = nodeid.split('::')
  return parts.length === 0 || b.stage === 'collecting'
    ? b.title === file
    : b.title === parts.join('.') || b.title === nodeid
}

/** A failure of which the summary does not speak. */
export function blockFailure(b: PytestBlock): Found {
  return {name: b.title, location: b.location, message: blockMessage(b), from: b.from, to: b.to}
}
