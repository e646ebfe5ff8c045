import {dedent, type Found, MAX_FAILURES, MAX_MESSAGE} from './located.ts'

// `at f (src/a.test.ts:12:5)`, `at src/a.test.ts:12:5`, `❯ src/a.test.ts:12:5`.
const FRAME = /^\s*(?:at|❯) (?:.*\()?((?:file:\/\/)?[^\s()]+\.[cm]?[jt]sx?:\d+)(?::\d+)?\)?$/

/** Collects failures that are a title and the lines below it: what jest, mocha, playwright and bats print. */
export function textFailures() {
  const found: (Found & {lines: string[]; size: number; stack: boolean})[] = []
  const names = new Set<string>()
  let open: (typeof found)[number] | null = null

  return {
    open: () => open !== null,
    /** Begins a failure; the second report of a name (a summary that repeats) is passed over. */
    begin(line: number, name: string, location = ''): void {
      open = null
      if (names.has(name) || names.size >= 10_000) return
      names.add(name)
      open = {name, location, message: '', from: line, to: line, lines: [], size: 0, stack: false}
      if (found.length < MAX_FAILURES) found.push(open)
    },
    /** Takes a line below the title. The message ends where the stack begins. */
    add(line: number, text: string): void {
      if (!open) return
      if (text.trim() !== '') open.to = line
      const frame = FRAME.exec(text)?.[1]
      if (frame !== undefined || /^\s*at .*(?:\(|:\d)/.test(text)) {
        open.stack = true
        if (open.location === '' && frame && !frame.includes('node_modules') && !frame.startsWith('node:'))
          open.location = frame
      } else if (!open.stack && open.size < MAX_MESSAGE && open.lines.length < 100) {
        open.lines.push(text)
        open.size += text.length + 1
      }
    },
    /** Names the place of the failure at hand. */
    place(location: string): void {
      if (open && open.location === '') open.location = location
    },
    end(): void {
      open = null
    },
    count: () => names.size,
    found: (): Found[] => found.map(f => ({...f, message: dedent(f.lines)})),
  }
}
