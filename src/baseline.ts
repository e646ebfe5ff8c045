import {type PassingOptions, passingLogs} from './collect/baseline.ts'
import type {FileBytes} from './collect/bytes.ts'
import {clockAt, watched} from './deadline.ts'
import {normalise} from './diagnose/text.ts'
import type {Suite} from './model.ts'
import {blockRoom, blocks} from './read/blocks.ts'
import {tellingReader} from './read/telling.ts'

/** Of `lines`, normalised, those that a passing run of the suite's job prints too; null where no such run can be read. Never rejects. */
export type Baseline = (suite: Suite, lines: ReadonlySet<string>) => Promise<ReadonlySet<string> | null>

/** A reader keeps five hundred lines. So few bytes have no more, with timestamps. */
const size = 16 * 1024
/** Milliseconds that a comparison is worth. */
const longest = 60_000

/** Baselines from GitHub. What is slow, refused or missing is null, and nothing is said of it: it is no evidence. */
export function baselineFromGitHub(options: PassingOptions): Baseline {
  let deadline: number | null = null
  let logs: ReturnType<typeof passingLogs> | null = null
  return async (suite, lines) => {
    deadline ??= Math.min(options.deadline, Date.now() + longest)
    logs ??= passingLogs({...options, deadline})
    try {
      for await (const bytes of logs(suite)) return await linesOf(bytes, lines, deadline)
    } catch {}
    return null
  }
}

async function linesOf(
  bytes: FileBytes,
  wanted: ReadonlySet<string>,
  deadline: number,
): Promise<Set<string>> {
  const found = new Set<string>()
  try {
    for await (const block of blocks(watched(clockAt(deadline)).chunks(bytes.stream()), blockRoom(size))) {
      const reader = tellingReader()
      reader.block(block, null)
      for (const {text} of reader.result().lines) {
        const line = normalise(text)
        if (wanted.has(line)) found.add(line)
      }
      if (found.size === wanted.size) break
    }
    return found
  } finally {
    bytes.drop?.()
  }
}
